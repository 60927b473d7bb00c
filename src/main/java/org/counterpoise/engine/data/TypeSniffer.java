package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds out what each column holds by looking at every cell of the file, so that a word in row
/// 500,000 of a column of numbers is known before anything is read.
///
/// A column climbs a ladder: numbers, dates, dates with times, words. The first chunk tells where
/// on the ladder to start; the whole file tells whether it holds.
final class TypeSniffer {

    /// @param missing words of [ColumnTally#TOKENS] that were met
    /// @param sentinels numbers that stand for missing, as text
    /// @param reason why it is so where that is not plain; may be empty
    record Guess(ColumnType type, List<String> missing, List<String> sentinels, String reason) {}

    private enum Rung {
        NUMBER,
        DATE,
        DATE_TIME,
        WORDS
    }

    private static final List<Set<String>> TRUTHS =
            List.of(
                    Set.of("true", "false"),
                    Set.of("yes", "no"),
                    Set.of("y", "n"),
                    Set.of("t", "f"));

    /// Up to this many different words are a category however few the rows are.
    private static final int FEW = 20;

    private final CsvText text;
    private final List<ReadOptions.ColumnOptions> columns;
    private final Rung[] rungs;
    private final ColumnTally[] tallies;

    private TypeSniffer(CsvText text, List<String> names, Set<String> wordsOnly) {
        this.text = text;
        this.columns = CsvParser.untyped(names);
        this.rungs = new Rung[names.size()];
        this.tallies = new ColumnTally[names.size()];
        for (int i = 0; i < rungs.length; i++) {
            // A text may still be a date: JSON knows no other way to write one.
            rungs[i] = wordsOnly.contains(names.get(i)) ? Rung.DATE : Rung.NUMBER;
        }
    }

    /// @param wordsOnly columns that the file itself says hold text
    static List<Guess> guess(
            CsvText text,
            CsvIndex index,
            List<String> names,
            Set<String> wordsOnly,
            Progress progress) {
        TypeSniffer sniffer = new TypeSniffer(text, names, wordsOnly);
        if (index.chunks().size() > 1) {
            sniffer.climb(index.first(), Progress.NONE);
        }
        sniffer.climb(index, progress);
        return Arrays.stream(sniffer.tallies).map(sniffer::guess).toList();
    }

    /// Looks at the chunks until every column stands on a rung that holds.
    private void climb(CsvIndex part, Progress progress) {
        boolean[] open = new boolean[rungs.length];
        Arrays.fill(open, true);
        boolean again = true;
        while (again) {
            pass(part, open, progress);
            again = false;
            for (int i = 0; i < rungs.length; i++) {
                open[i] = open[i] && fails(tallies[i]);
                if (open[i]) {
                    rungs[i] = next(rungs[i], tallies[i]);
                    again = true;
                }
            }
        }
    }

    private void pass(CsvIndex part, boolean[] open, Progress progress) {
        ColumnTally[][] byChunk = new ColumnTally[part.chunks().size()][];
        for (int chunk = 0; chunk < byChunk.length; chunk++) {
            byChunk[chunk] = new ColumnTally[rungs.length];
            for (int i = 0; i < rungs.length; i++) {
                byChunk[chunk][i] = open[i] ? tally(rungs[i]) : tallies[i];
            }
        }
        CsvReader.parse(
                text,
                part,
                columns,
                chunk -> {
                    CellSink[] sinks = new CellSink[rungs.length];
                    for (int i = 0; i < sinks.length; i++) {
                        sinks[i] =
                                open[i] ? byChunk[chunk][i] : (bytes, from, to, row, line) -> true;
                    }
                    return sinks;
                },
                progress,
                "Looking at " + text.name());
        for (int i = 0; i < rungs.length; i++) {
            if (open[i]) {
                tallies[i] = byChunk[0][i];
                for (int chunk = 1; chunk < byChunk.length; chunk++) {
                    tallies[i].add(byChunk[chunk][i]);
                }
            }
        }
    }

    private ColumnTally tally(Rung rung) {
        return switch (rung) {
            case NUMBER -> new ColumnTally.Numbers(text.dialect().decimal());
            case DATE -> new ColumnTally.Moments(true);
            case DATE_TIME -> new ColumnTally.Moments(false);
            case WORDS -> new ColumnTally.Words();
        };
    }

    private static boolean fails(ColumnTally tally) {
        return tally.failed || (tally instanceof ColumnTally.Numbers n && n.whole && n.tooLarge);
    }

    private static Rung next(Rung rung, ColumnTally tally) {
        return switch (rung) {
            case NUMBER -> tally.present > 0 ? Rung.WORDS : Rung.DATE;
            case DATE -> Rung.DATE_TIME;
            case DATE_TIME, WORDS -> Rung.WORDS;
        };
    }

    private Guess guess(ColumnTally tally) {
        List<String> tokens = new ArrayList<>();
        List<String> all = new ArrayList<>(ColumnTally.TOKENS);
        all.addAll(ColumnTally.INFINITIES);
        for (int i = 0; i < all.size(); i++) {
            if ((tally.tokens >> i & 1) == 1) {
                tokens.add(all.get(i));
            }
        }
        if (tally.present == 0 || (tally instanceof ColumnTally.Words w && w.distinct() == 0)) {
            return new Guess(ColumnType.TEXT, tokens, List.of(), "it is empty in every row");
        }
        return switch (tally) {
            case ColumnTally.Numbers numbers -> number(numbers, tokens);
            case ColumnTally.Moments moments ->
                    new Guess(
                            moments.date ? ColumnType.DATE : ColumnType.DATE_TIME,
                            tokens,
                            List.of(),
                            "");
            case ColumnTally.Words words -> words(words, tokens);
        };
    }

    private static Guess number(ColumnTally.Numbers tally, List<String> tokens) {
        List<String> sentinels = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < ColumnTally.SENTINELS.length; i++) {
            double code = ColumnTally.SENTINELS[i];
            if (tally.sentinels[i] >= 2 && farFrom(tally, code)) {
                sentinels.add(CellText.number(code));
                reasons.add(
                        String.format(
                                Locale.ROOT,
                                "%s occurs %,d times, while all other values lie from %s to %s",
                                CellText.number(code),
                                tally.sentinels[i],
                                CellText.number(tally.min),
                                CellText.number(tally.max)));
            }
        }
        return new Guess(
                tally.whole ? ColumnType.INTEGER : ColumnType.REAL,
                tokens,
                sentinels,
                String.join("; ", reasons));
    }

    /// A negative code among values of which none is negative, or a positive one more than three
    /// times as large as any other value.
    private static boolean farFrom(ColumnTally.Numbers tally, double code) {
        return tally.min <= tally.max
                && (code < 0 ? tally.min >= 0 : tally.min >= 0 && tally.max < code / 3);
    }

    private static Guess words(ColumnTally.Words tally, List<String> tokens) {
        int distinct = tally.distinct();
        if (distinct == 2 && isTruth(tally.words)) {
            return new Guess(ColumnType.BOOLEAN, tokens, List.of(), "");
        }
        if (distinct <= FEW
                || (distinct <= ColumnTally.Words.LIMIT && distinct <= tally.present / 2)) {
            return new Guess(ColumnType.CATEGORY, tokens, List.of(), "");
        }
        String different =
                distinct > ColumnTally.Words.LIMIT
                        ? String.format(Locale.ROOT, "more than %,d", ColumnTally.Words.LIMIT)
                        : String.format(Locale.ROOT, "%,d", distinct);
        return new Guess(
                ColumnType.TEXT, tokens, List.of(), "it has " + different + " different values");
    }

    private static boolean isTruth(ByteDictionary words) {
        Set<String> lower = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = new String(words.key(i), StandardCharsets.ISO_8859_1);
            if (!ColumnTally.TOKENS.contains(word)) {
                lower.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return TRUTHS.contains(lower);
    }
}
