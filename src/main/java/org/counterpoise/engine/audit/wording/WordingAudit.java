package org.counterpoise.engine.audit.wording;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Whether texts of several sources, such as people and a machine, are worded alike.
public final class WordingAudit implements Audit<WordingSettings> {
    private static final int MOST_COLUMNS = 3;
    private static final int MOST_SOURCES = 5;
    private static final List<String> NAMES = List.of("source", "origin", OriginColumn.NAME);

    @Override
    public MethodCard card() {
        return new MethodCard(
                "wording",
                "Wording of texts",
                "Are texts of several sources worded alike?",
                "Compares free texts of sources or groups: words per text, readability, the first word,"
                        + " how many different words are used and which, with intervals and tests.",
                "Before texts written by a machine stand for those of people, or notes on one group"
                        + " for those on another.",
                List.of(
                        "needs no model of language and no network",
                        "type–token ratios at equal numbers of words, as they fall with length"),
                List.of(
                        "says nothing of meaning or truth",
                        "the readability index is made for English",
                        "texts are taken as independent of one another"),
                "Smith and Senter 1967, AMRL-TR-66-220; Hurlbert 1971, doi:10.2307/1934145; Welch"
                        + " 1947, doi:10.1093/biomet/34.1-2.28");
    }

    @Override
    public WordingSettings defaults() {
        return new WordingSettings("", 0.05, 20, 30, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        if (columns(input.data()).isEmpty()) {
            return Applicability.missing("No column holds free text.");
        }
        return named(input.data()).isEmpty()
                ? Subgroups.applicability(input.data())
                : Applicability.READY;
    }

    private static List<ColumnInfo> columns(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role() != Role.IDENTIFIER && info.role() != Role.IGNORED)
                .filter(info -> data.column(info.name()) instanceof Column.Texts)
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static Optional<String> named(Dataset data) {
        return data.schema().names().stream()
                .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public Assessment run(
            AuditInput input, WordingSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        if (columns(data).isEmpty()) {
            throw new UserProblem(
                    "No column holds free text.",
                    data.name(),
                    "Change the type of a column to text when importing.");
        }
        List<String> notes = new ArrayList<>();
        List<WordingStudy> studies = studies(data, settings, notes, progress);
        double[] adjusted =
                Multiplicity.holm(
                        studies.stream().flatMapToDouble(s -> Arrays.stream(s.tests())).toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (int i = 0; i < studies.size(); i++) {
            double[] own = Arrays.copyOfRange(adjusted, 4 * i, 4 * i + 4);
            findings.addAll(new WordingFindings(studies.get(i), settings, own).all());
            metrics(studies.get(i), metrics);
        }
        metrics.put("wording/compared", (double) studies.size());
        if (studies.isEmpty()) {
            findings.add(nothing(settings));
        }
        notes.add("P-values are adjusted by Holm over all " + adjusted.length + " tests.");
        return new Assessment(card().id(), "Wording in " + data.name(), findings, metrics, notes);
    }

    private static Finding nothing(WordingSettings settings) {
        return new Finding(
                "nothing",
                Severity.NOTE,
                "No two sources have enough texts to be compared.",
                "Sources with fewer than " + settings.smallestGroup() + " texts are left out.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    private static List<WordingStudy> studies(
            Dataset data, WordingSettings settings, List<String> notes, Progress progress) {
        List<WordingStudy> studies = new ArrayList<>();
        for (Grouping grouping : groupings(data, settings, notes, progress)) {
            Strata strata = Strata.of(grouping, settings.smallestGroup());
            for (ColumnInfo info : columns(data)) {
                progress.report(0.3, "Counting words");
                progress.check();
                List<Corpus> corpora = corpora(data, info, strata, settings, progress);
                for (int other = 1; other < Math.min(corpora.size(), MOST_SOURCES); other++) {
                    studies.add(
                            WordingStudy.of(
                                    info.name(),
                                    strata.id(),
                                    corpora.getFirst(),
                                    corpora.get(other),
                                    settings,
                                    progress));
                }
                if (corpora.size() < 2) {
                    notes.add(
                            info.title()
                                    + " was not compared by "
                                    + strata.title(data)
                                    + ": too few texts.");
                }
            }
        }
        return studies;
    }

    /// The texts of each source, the source with the most first.
    private static List<Corpus> corpora(
            Dataset data,
            ColumnInfo info,
            Strata strata,
            WordingSettings settings,
            Progress progress) {
        Column.Texts texts = (Column.Texts) data.column(info.name());
        List<List<String>> bySource = new ArrayList<>();
        strata.names().forEach(name -> bySource.add(new ArrayList<>()));
        for (int row = 0; row < data.rows(); row++) {
            String text = texts.values()[row];
            if (text != null && strata.codes()[row] >= 0) {
                bySource.get(strata.codes()[row]).add(text);
            }
        }
        List<Corpus> corpora = new ArrayList<>();
        for (int s = 0; s < bySource.size(); s++) {
            progress.check();
            corpora.add(Corpus.of(strata.names().get(s), bySource.get(s), progress));
        }
        return corpora.stream()
                .filter(corpus -> corpus.texts() >= settings.smallestGroup())
                .sorted(Comparator.comparingInt(corpus -> -corpus.texts()))
                .toList();
    }

    private static List<Grouping> groupings(
            Dataset data, WordingSettings settings, List<String> notes, Progress progress) {
        Optional<String> source =
                settings.source().isEmpty()
                        ? named(data)
                        : Optional.of(data.schema().column(settings.source()).name());
        if (source.isPresent()) {
            return List.of(Grouping.of(data, List.of(source.get())));
        }
        Subgroups subgroups = Subgroups.of(data, 1, progress.part(0, 0.2));
        notes.addAll(subgroups.notes());
        return subgroups.groupings().stream().filter(g -> g.columns().size() == 1).toList();
    }

    private static void metrics(WordingStudy study, TreeMap<String, Double> metrics) {
        String name =
                "wording/" + study.column() + "/" + study.attribute() + "=" + study.second().name();
        put(metrics, name + "/length", study.lengths());
        put(metrics, name + "/readability", study.readability());
        put(metrics, name + "/type-token-ratio", study.ratio());
        metrics.put(name + "/first-word/p", study.openings().p());
        metrics.put(name + "/js", study.divergence());
        metrics.put(name + "/shared", Vocabulary.shared(study.first(), study.second()));
        metrics.put(name + "/n", (double) study.second().texts());
        for (WordingStudy.Word word : study.firstWords()) {
            metrics.put(name + "/first-word/" + word.word(), word.second().value());
        }
    }

    private static void put(
            TreeMap<String, Double> metrics, String name, WordingStudy.Difference difference) {
        Interval interval = difference.interval();
        metrics.put(name, difference.second());
        metrics.put(name + "/difference", difference.value());
        metrics.put(name + "/difference/lower", interval.lower());
        metrics.put(name + "/difference/upper", interval.upper());
        metrics.put(name + "/p", difference.p());
    }
}
