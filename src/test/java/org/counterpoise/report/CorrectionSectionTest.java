package org.counterpoise.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;
import org.counterpoise.session.Step;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The sample screen corrected, as its report tells it.
class CorrectionSectionTest {

    /// The truth of the sample: three of eight plates are crooked.
    @Test
    void theReportTellsHowPlatesWereCorrectedAndWhatItDid() {
        try (Project project = Project.inMemory("screen")) {
            String data = Samples.SCREEN_PLATES.begin(project, Progress.NONE);
            project.run(
                    new Step.Correct(
                            data, "plate-correction", JsonNodeFactory.instance.objectNode()),
                    Samples.files(),
                    Progress.NONE);
            Document document =
                    DocumentBuilder.build(
                            "A screen",
                            project.name(),
                            project.steps(),
                            project::artifact,
                            Progress.NONE);
            List<Block> blocks = document.blocks();
            int from = heading(blocks, "Corrections");
            assertThat(from).isNotNegative();
            String told = blocks.subList(from, end(blocks, from)).toString();
            assertThat(told)
                    .contains("Plate correction")
                    .contains("It turned")
                    .contains("Limits:")
                    .contains("Corrected by partial mean polish, one model for all plates")
                    .contains("on 3 of 8 plates")
                    .contains("Level")
                    .contains("Model told by");
            String html = HtmlRenderer.render(document, HtmlRenderer.Medium.SCREEN);
            assertThat(html).contains("Corrections").contains("sample wells changed");
            assertThat(document.blocks()).anyMatch(block -> block instanceof Block.References);
        }
    }

    private static int heading(List<Block> blocks, String title) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.text().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    /// Where the next section begins.
    private static int end(List<Block> blocks, int from) {
        for (int i = from + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.level() == 1) {
                return i;
            }
        }
        return blocks.size();
    }
}
