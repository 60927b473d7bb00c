package org.counterpoise.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.synth.RareLevels;
import org.counterpoise.engine.synth.SamplingPlan;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One thing the user did. Names its inputs by artifact id; holds no data.
///
/// The list of steps is the audit trail, the undo stack, the lineage and the protocol.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.ImportData.class, name = "import-data"),
    @JsonSubTypes.Type(value = Step.AssignRoles.class, name = "assign-roles"),
    @JsonSubTypes.Type(value = Step.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Step.SetBenchmark.class, name = "set-benchmark"),
    @JsonSubTypes.Type(value = Step.RunAudit.class, name = "run-audit"),
    @JsonSubTypes.Type(value = Step.FitSynthesizer.class, name = "fit-synthesizer"),
    @JsonSubTypes.Type(value = Step.Sample.class, name = "sample"),
    @JsonSubTypes.Type(value = Step.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = Step.Validate.class, name = "validate"),
    @JsonSubTypes.Type(value = Step.StudyCollapse.class, name = "study-collapse"),
    @JsonSubTypes.Type(value = Step.WriteReport.class, name = "write-report")
})
public sealed interface Step {

    /// Reads a file. Makes one dataset.
    ///
    /// @param name the dataset's name, by which a replay asks for its file
    /// @param fileName the file's name without its folder
    /// @param sha256 of the file's bytes
    /// @param options how it is read, nothing left to guess
    record ImportData(String name, String fileName, String sha256, ReadOptions options)
            implements Step {}

    /// Changes roles, units, labels, bands … of some columns. Makes one dataset.
    ///
    /// @param columns the changed columns, whole
    record AssignRoles(String input, List<ColumnInfo> columns) implements Step {}

    /// Locks a holdout away. Makes two datasets: training first, then holdout.
    ///
    /// @param share of rows held out, 0 to 1
    /// @param stratify columns whose groups keep their shares on both sides
    /// @param identifier column whose values stay on one side; empty for none
    record Split(String input, double share, List<String> stratify, String identifier, long seed)
            implements Step {}

    /// Sets the target population. Makes one benchmark.
    ///
    /// @param input the dataset whose columns it describes
    record SetBenchmark(String input, BenchmarkSource source) implements Step {}

    /// Asks one question. Makes one assessment.
    ///
    /// @param benchmark id of a benchmark; empty for none
    /// @param settings as JSON; absent members have their defaults
    /// @param other id of a second dataset that is held against the first; in a protocol absent for
    ///     none
    record RunAudit(
            String input,
            String benchmark,
            String method,
            JsonNode settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String other)
            implements Step {
        public RunAudit {
            other = other == null ? "" : other;
        }

        /// Of one dataset by itself.
        public RunAudit(
                String input, String benchmark, String method, JsonNode settings, long seed) {
            this(input, benchmark, method, settings, seed, "");
        }
    }

    /// Learns from a dataset. Makes one model.
    ///
    /// @param rules what drawn rows must obey, in the language of
    ///     [org.counterpoise.engine.rule.Rules]; in a protocol absent for none
    /// @param rare levels that are merged before learning; in a protocol absent for none
    record FitSynthesizer(
            String input,
            String method,
            JsonNode settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rules,
            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoneMerged.class)
                    RareLevels rare)
            implements Step {
        public FitSynthesizer {
            rules = rules == null ? List.of() : List.copyOf(rules);
            rare = rare == null ? RareLevels.KEEP : rare;
        }

        /// Without rules, from all levels.
        public FitSynthesizer(String input, String method, JsonNode settings, long seed) {
            this(input, method, settings, seed, List.of(), RareLevels.KEEP);
        }
    }

    /// Leaves [RareLevels] out of a protocol where nothing is merged.
    final class NoneMerged {
        @Override
        public boolean equals(@Nullable Object other) {
            return other == null || other.equals(RareLevels.KEEP);
        }

        @Override
        public int hashCode() {
            return RareLevels.KEEP.hashCode();
        }
    }

    /// Draws from a model. Makes one dataset, synthetic or augmented.
    ///
    /// @param benchmark id of a benchmark, for a plan that matches it; empty for none
    record Sample(String model, String benchmark, SamplingPlan plan, long seed) implements Step {}

    /// Judges a synthetic or augmented dataset. Makes one scorecard.
    ///
    /// @param holdout id of the holdout; empty for none
    /// @param settings validator id to its settings as JSON; validators not named use defaults
    /// @param benchmark id of the target population; in a protocol absent for none
    record Validate(
            String training,
            String holdout,
            String synthetic,
            Map<String, JsonNode> settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String benchmark)
            implements Step {
        public Validate {
            benchmark = benchmark == null ? "" : benchmark;
        }

        /// Without a target population.
        public Validate(
                String training,
                String holdout,
                String synthetic,
                Map<String, JsonNode> settings,
                long seed) {
            this(training, holdout, synthetic, settings, seed, "");
        }
    }

    /// Corrects the values of a dataset. Makes one dataset with the same rows.
    ///
    /// @param settings as JSON; absent members have their defaults
    record Correct(String input, String method, JsonNode settings) implements Step {}

    /// Fits a synthesizer to its own rows again and again. Makes one assessment.
    ///
    /// @param settings of the synthesizer, as JSON; absent members have their defaults
    /// @param study settings of [org.counterpoise.engine.collapse.CollapseStudy], likewise
    record StudyCollapse(String input, String method, JsonNode settings, JsonNode study, long seed)
            implements Step {}

    /// Notes that a report of everything so far was written. Makes a record of the files.
    ///
    /// @param title of the report
    /// @param formats any of "html", "pdf", "json"
    record WriteReport(String title, List<String> formats) implements Step {}
}
