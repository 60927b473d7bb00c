package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.ColumnInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Rows of a locked holdout never teach, whatever dataset they come in.
class LockedRowsTest {
    private final Project project = Project.inMemory("kidtran");

    /// data-1 as imported, data-2 with roles, data-3 training, data-4 holdout, data-5 the whole
    /// with roles changed after the split, data-6 the holdout with roles changed, data-7 the same
    /// file read again.
    @BeforeEach
    void split() {
        Demo.importData(project);
        Demo.assignRoles(project, "data-1");
        Demo.split(project, "data-2");
        relabel("data-2");
        relabel("data-4");
        Demo.importData(project);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void relabel(String id) {
        ColumnInfo age = Demo.data(project, id).schema().column("age").withLabel("Age in years");
        Demo.run(project, new Step.AssignRoles(id, List.of(age)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-1", "data-2", "data-4", "data-5", "data-6", "data-7"})
    void noSynthesizerIsFittedOnThem(String id) {
        refused(Demo.fit(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-2", "data-4", "data-5", "data-6"})
    void noModelIsTrainedOnThemByAnAudit(String id) {
        ObjectNode model = Demo.noSettings().put("model", "logistic-regression");
        refused(new Step.RunAudit(id, "", "performance", model, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-2", "data-4", "data-5"})
    void noComparisonModelIsTrainedOnThemByAValidation(String id) {
        Demo.run(project, Demo.fit("data-3"));
        Demo.run(project, Demo.sample("model-1"));
        refused(Demo.validate(id, "", "data-8"));
        refused(Demo.validate(id, "data-4", "data-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-1", "data-2", "data-3", "data-4", "data-5", "data-6", "data-7"})
    void noSecondHoldoutIsCutFromThem(String id) {
        refused(new Step.Split(id, 0.5, List.of(), "", 3));
    }

    @Test
    void theTrainingPartMayTeachAndTheWholeMayBeLookedAt() {
        Demo.run(project, Demo.fit("data-3"));
        Demo.run(project, new Step.RunAudit("data-2", "", "representation", Demo.noSettings(), 1));
        assertThat(project.artifactIds()).contains("model-1", "findings-1");
    }

    @Test
    void aHoldoutDoesNotJudgeWhatHasSeenIt() {
        try (Project early = Project.inMemory("kidtran")) {
            Demo.importData(early);
            Demo.assignRoles(early, "data-1");
            Demo.run(early, Demo.fit("data-2"));
            Demo.run(early, Demo.sample("model-1"));
            Demo.split(early, "data-2");
            assertThatThrownBy(() -> Demo.run(early, Demo.validate("data-4", "data-5", "data-3")))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("holdout");
        }
    }

    private void refused(Step step) {
        int before = project.steps().size();
        assertThatThrownBy(() -> Demo.run(project, step)).isInstanceOf(UserProblem.class);
        assertThat(project.steps()).hasSize(before);
    }
}
