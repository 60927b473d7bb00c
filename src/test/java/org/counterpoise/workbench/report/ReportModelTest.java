package org.counterpoise.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.data.Part;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.junit.jupiter.api.Test;

import java.util.List;

class ReportModelTest {
    private final ReportModel model = new ReportModel();
    private final Example example =
            new Example()
                    .step(
                            new Step.AssignRoles("data-0", List.of()),
                            "data-1",
                            Example.data(Example.people(Part.WHOLE)));

    @Test
    void withoutStepsThereIsNothingToReport() {
        model.show(ProjectView.CLOSED);
        assertThat(model.ready().get()).isFalse();
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.BLOCKED);
    }

    @Test
    void atLeastOneFileAndATitleMustBeWanted() {
        model.show(example.view());
        assertThat(model.ready().get()).isTrue();
        assertThat(model.settings().value().get().title()).isEqualTo("Bias audit of example");

        for (String format : List.of("pdf", "html", "json", "protocol")) {
            model.settings().field(format).text().set("false");
        }
        assertThat(model.ready().get()).isFalse();
        model.settings().field("protocol").text().set("true");
        assertThat(model.ready().get()).isTrue();
        model.settings().field("title").text().set("  ");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void thePreviewIsStaleAfterEachChange() {
        model.show(example.view());
        model.previewed();
        assertThat(model.previewStale().get()).isFalse();
        model.settings().field("title").text().set("Another");
        assertThat(model.previewStale().get()).isTrue();
    }

    @Test
    void aReportBecomesADraftWhenWorkGoesOn() {
        Artifact.Report report = new Artifact.Report("T", List.of("pdf"));
        example.step(new Step.WriteReport("T", List.of("pdf")), "report-1", report);
        model.show(example.view());
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.DONE);

        example.step(
                new Step.AssignRoles("data-1", List.of()),
                "data-2",
                Example.data(Example.people(Part.WHOLE)));
        model.show(example.view());
        assertThat(model.railState().get().badge()).isEqualTo("draft");
    }
}
