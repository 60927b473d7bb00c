package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.junit.jupiter.api.Test;

import java.util.List;

class RareLevelsTest {
    private static Dataset data(ColumnInfo info) {
        return table(info, codes(List.of("a", "b", "c", "d"), 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, -1));
    }

    @Test
    void rareLevelsBecomeOtherAndAreCounted() {
        RareLevels.Result result = new RareLevels(3).apply(data(category("site")));
        assertThat(result.data().codes("site").levels()).containsExactly("a", "b", "other");
        assertThat(result.data().codes("site").codes())
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, -1);
        assertThat(result.merged())
                .containsExactly(new RareLevels.Merged("site", List.of("d", "c"), 3));
        assertThat(result.notes()).hasSize(1);
    }

    @Test
    void othersThatAreStillRareTakeTheNextRarestLevel() {
        RareLevels.Result result = new RareLevels(2).apply(data(category("site")));
        assertThat(result.merged().getFirst().levels()).containsExactly("d", "c");
    }

    @Test
    void outcomeAndProtectedColumnsStayUnlessNamed() {
        for (Role role : List.of(Role.OUTCOME, Role.PROTECTED)) {
            Dataset data = data(category("site").withRole(role));
            RareLevels.Result kept = new RareLevels(3).apply(data);
            assertThat(kept.data().hash()).isEqualTo(data.hash());
            assertThat(kept.notes()).singleElement().asString().contains("kept");
            assertThat(new RareLevels(3, List.of("site")).apply(data).merged()).hasSize(1);
        }
    }

    @Test
    void nothingIsMergedWithoutAMinimum() {
        Dataset data = data(category("site"));
        assertThat(RareLevels.KEEP.apply(data).data()).isSameAs(data);
    }
}
