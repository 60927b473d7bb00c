package org.counterpoise.engine.audit.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class WordingAuditTest {
    private static final WordingAudit AUDIT = new WordingAudit();

    /// 200 queries by people and 200 by a machine, of words drawn by Zipf's law; the machine begins
    /// more of them with "the", and adds some words.
    private static Dataset queries(double the, int longer, int seed) {
        RandomGenerator random = Streams.of(61, seed);
        int n = 400;
        String[] texts = new String[n];
        int[] source = new int[n];
        for (int i = 0; i < n; i++) {
            source[i] = i % 2;
            StringBuilder text = new StringBuilder();
            double share = source[i] == 1 ? the : 0;
            text.append(
                    random.nextDouble() < share
                            ? "the"
                            : List.of("what", "how", "is", "can").get(random.nextInt(4)));
            int words = 4 + random.nextInt(6) + (source[i] == 1 ? longer : 0);
            for (int w = 0; w < words; w++) {
                text.append(" w").append((int) Math.exp(6 * random.nextDouble()));
            }
            texts[i] = text.append("?").toString();
        }
        return new Dataset(
                "queries",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("query", ColumnType.TEXT),
                                ColumnInfo.of("source", ColumnType.CATEGORY))),
                List.of(
                        new Column.Texts(texts),
                        new Column.Codes(source, List.of("human", "machine"))));
    }

    private static Assessment run(Dataset data) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()), AUDIT.defaults(), 1, Progress.NONE);
    }

    private static Severity severity(Assessment assessment, String what) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals("query/source/machine/" + what))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    @Test
    void anotherFirstWordIsFound() {
        Assessment assessment = run(queries(0.2, 0, 1));
        assertThat(severity(assessment, "first-word")).isEqualTo(Severity.WARNING);
        assertThat(severity(assessment, "length")).isEqualTo(Severity.OK);
        assertThat(
                        assessment
                                .metrics()
                                .getOrDefault("wording/query/source=machine/first-word/the", 0.0))
                .isCloseTo(0.2, within(0.09));
    }

    @Test
    void longerTextsAreFound() {
        Assessment assessment = run(queries(0, 2, 1));
        assertThat(severity(assessment, "length")).isEqualTo(Severity.WARNING);
        assertThat(
                        assessment
                                .metrics()
                                .getOrDefault(
                                        "wording/query/source=machine/length/difference", 0.0))
                .isCloseTo(2, within(0.6));
        // More words of the same kind are no richer vocabulary.
        assertThat(severity(assessment, "vocabulary")).isEqualTo(Severity.OK);
    }

    @Test
    void textsWordedAlikeAreRarelyFlagged() {
        int flagged = 0;
        for (int seed = 0; seed < 60; seed++) {
            flagged +=
                    run(queries(0, 0, 100 + seed)).severity().compareTo(Severity.WARNING) >= 0
                            ? 1
                            : 0;
        }
        // Holm keeps the level of 5 %; 8 is three standard errors above.
        assertThat(flagged).isLessThanOrEqualTo(8);
    }

    @Test
    void wordsSentencesAndLettersAreCounted() {
        Words words = Words.of("What's new?  The pH was 7.4; it's fine... Really!");
        assertThat(words.words())
                .containsExactly(
                        "what's", "new", "the", "ph", "was", "7", "4", "it's", "fine", "really");
        assertThat(words.sentences()).isEqualTo(3);
        // 31 letters and digits of 10 words in 3 sentences.
        assertThat(words.characters()).isEqualTo(31);
        assertThat(words.readability()).isCloseTo(4.71 * 3.1 + 0.5 * 10 / 3 - 21.43, within(1e-12));
        assertThat(Words.of(" — ").words()).isEmpty();
    }

    /// Two tokens drawn of a, a, b: they differ in 2 of 3 draws, so 5/3 words are expected.
    @Test
    void theRatioIsThatExpectedOfASample() {
        assertThat(Vocabulary.ratio(Map.of("a", 2, "b", 1), 2)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(Vocabulary.ratio(Map.of("a", 2, "b", 1), 3)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Vocabulary.ratio(Map.of("a", 2), 3)).isNaN();
    }
}
