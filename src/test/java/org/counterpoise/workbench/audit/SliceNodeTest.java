package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SliceNodeTest {

    private static Map<String, String> cell(String... parts) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            cell.put(parts[i], parts[i + 1]);
        }
        return cell;
    }

    @Test
    void sharedConditionsStandNearerTheRootAndEverySliceHasItsNode() {
        Evidence evidence =
                new Evidence(
                        "slices",
                        List.of("slice"),
                        List.of(List.of("A"), List.of("B"), List.of("C")),
                        List.of(
                                cell("age", "70", "sex", "F"),
                                cell("sex", "F"),
                                cell("site", "2", "sex", "F")));
        SliceNode root = SliceNode.tree(evidence);
        assertThat(root.row()).isEmpty();
        assertThat(root.children()).hasSize(1);
        SliceNode women = root.children().getFirst();
        assertThat(women.condition()).isEqualTo("sex = F");
        assertThat(women.row().orElseThrow()).containsExactly("B");
        assertThat(women.children())
                .extracting(SliceNode::condition)
                .containsExactly("age = 70", "site = 2");
        assertThat(women.children().getFirst().cell()).isEqualTo(Map.of("sex", "F", "age", "70"));
        assertThat(women.children().getLast().row().orElseThrow()).containsExactly("C");
    }

    @Test
    void theRowsOfAGroupAreFoundAndAGroupThatIsGoneHasNone() {
        Dataset data =
                CsvTable.of(
                        "rows",
                        new String[] {"sex", "site"},
                        new String[][] {{"F", "1"}, {"M", "1"}, {"F", "2"}, {"", "2"}, {"F", "1"}});
        assertThat(RowsBehind.ofGroup(data, Map.of("sex", "F"))).containsExactly(0, 2, 4);
        assertThat(RowsBehind.ofGroup(data, cell("site", "1", "sex", "F"))).containsExactly(0, 4);
        assertThat(RowsBehind.ofGroup(data, Map.of("sex", "X"))).isEmpty();
        assertThat(RowsBehind.ofGroup(data, Map.of("gone", "X"))).isEmpty();
    }
}
