package org.counterpoise.workbench.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.workbench.Example;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FindingListModelTest {
    private final FindingListModel model = new FindingListModel();

    private static FindingItem item(String id, Severity severity) {
        return new FindingItem("findings-1", "m", "Method", Example.finding(id, severity));
    }

    private void fill() {
        model.setAll(
                List.of(
                        item("fine", Severity.OK),
                        item("grave", Severity.SERIOUS),
                        item("odd", Severity.WARNING),
                        item("remark", Severity.NOTE),
                        item("odder", Severity.WARNING)));
    }

    @Test
    void theMostSevereStandsFirstAndIsSelected() {
        fill();
        assertThat(model.shown())
                .extracting(item -> item.finding().id())
                .containsExactly("grave", "odd", "odder", "remark", "fine");
        assertThat(model.selected().get().orElseThrow().finding().id()).isEqualTo("grave");
    }

    @Test
    void chipsCountAndFilter() {
        fill();
        assertThat(model.count(FindingFilter.ALL).get()).isEqualTo(5);
        assertThat(model.count(FindingFilter.WARNINGS).get()).isEqualTo(2);
        assertThat(model.count(FindingFilter.NO_CONCERN).get()).isEqualTo(1);

        model.filter().set(FindingFilter.WARNINGS);
        assertThat(model.shown()).extracting(i -> i.finding().id()).containsExactly("odd", "odder");
        assertThat(model.selected().get().orElseThrow().finding().id()).isEqualTo("odd");
    }

    @Test
    void theSelectionStaysOnAFindingThatIsMadeAgain() {
        fill();
        model.select("odder");
        fill();
        assertThat(model.selected().get().orElseThrow().finding().id()).isEqualTo("odder");
    }

    @Test
    void aFilterThatWouldHideEverythingIsLifted() {
        fill();
        model.filter().set(FindingFilter.SERIOUS);
        model.setAll(List.of(item("fine", Severity.OK)));
        assertThat(model.filter().get()).isEqualTo(FindingFilter.ALL);
        assertThat(model.selected().get()).isPresent();

        model.setAll(List.of());
        assertThat(model.selected().get()).isEqualTo(Optional.empty());
    }

    @Test
    void choosingAHiddenFindingShowsIt() {
        fill();
        model.filter().set(FindingFilter.WARNINGS);
        model.select("fine");
        assertThat(model.filter().get()).isEqualTo(FindingFilter.ALL);
        assertThat(model.selected().get().orElseThrow().finding().id()).isEqualTo("fine");
    }
}
