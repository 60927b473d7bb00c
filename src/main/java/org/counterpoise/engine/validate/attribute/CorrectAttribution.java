package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.KeyColumn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The correct attribution probability (CAP): how often the synthetic rows with a person's keys
/// have the person's secret (Elliot 2014, SYLLS report; Taub, Elliot, Pampaka and Smith 2018,
/// doi:10.1007/978-3-319-99771-1_9).
///
/// For a person with keys K and secret T it is the share of the synthetic rows with keys K whose
/// secret is T. Without any such row it is undefined: CAP is the mean over the others, 0CAP takes
/// it as 0, and GCAP takes the rows whose keys differ in as few columns as any (Hittmeir, Mayer and
/// Ekelhart 2020, doi:10.1145/3374664.3375722). People without a secret do not count.
///
/// @param matched number of people whose keys some synthetic row has
/// @param people number of people with a secret
/// @param exact sum of the probabilities of those matched
/// @param generalised sum of the probabilities with the closest rows for the others
record CorrectAttribution(long matched, long people, double exact, double generalised) {
    private static final int CHUNK = 32;

    double cap() {
        return matched == 0 ? Double.NaN : exact / matched;
    }

    double zeroCap() {
        return people == 0 ? Double.NaN : exact / people;
    }

    double generalisedCap() {
        return people == 0 ? Double.NaN : generalised / people;
    }

    /// @param keys of all tables
    /// @param secret of all tables
    /// @param rows per table
    /// @param synthetic position of the table that is matched, with at least one row
    /// @param attacked position of the table of people
    static CorrectAttribution of(
            List<KeyColumn> keys,
            KeyColumn secret,
            int[] rows,
            int synthetic,
            int attacked,
            Progress progress) {
        Synthetic known = new Synthetic(keys, secret, rows, synthetic, progress);
        int[] classes = known.classes.of()[attacked];
        List<CorrectAttribution> parts =
                Parallel.map(
                        (rows[attacked] + CHUNK - 1) / CHUNK,
                        progress,
                        "Matching keys",
                        chunk -> {
                            Tally tally = new Tally();
                            int end = Math.min(rows[attacked], (chunk + 1) * CHUNK);
                            for (int row = chunk * CHUNK; row < end; row++) {
                                progress.check();
                                if (!secret.missing(attacked, row)) {
                                    known.attribute(attacked, row, classes[row], tally);
                                }
                            }
                            return tally.sum();
                        });
        return parts.stream().reduce(new CorrectAttribution(0, 0, 0, 0), CorrectAttribution::plus);
    }

    private CorrectAttribution plus(CorrectAttribution other) {
        return new CorrectAttribution(
                matched + other.matched,
                people + other.people,
                exact + other.exact,
                generalised + other.generalised);
    }

    private static final class Tally {
        private long matched;
        private long people;
        private double exact;
        private double generalised;

        CorrectAttribution sum() {
            return new CorrectAttribution(matched, people, exact, generalised);
        }
    }

    /// The synthetic rows by their keys.
    private static final class Synthetic {
        private final List<KeyColumn> keys;
        private final KeyColumn secret;
        private final int table;
        private final KeyClasses classes;

        /// Rows in the order of their classes, and where each class begins.
        private final int[] order;

        private final int[] begins;

        /// Classes that occur, and their keys per column.
        private final int[] occurring;

        private final int[][] codes;

        Synthetic(
                List<KeyColumn> keys, KeyColumn secret, int[] rows, int table, Progress progress) {
            this.keys = keys;
            this.secret = secret;
            this.table = table;
            classes = KeyClasses.of(keys, rows, progress);
            int[] sizes = classes.sizes(table);
            begins = new int[sizes.length + 1];
            for (int c = 0; c < sizes.length; c++) {
                begins[c + 1] = begins[c] + sizes[c];
            }
            order = new int[rows[table]];
            int[] next = begins.clone();
            for (int row = 0; row < order.length; row++) {
                order[next[classes.of()[table][row]]++] = row;
            }
            occurring = IntStream.range(0, sizes.length).filter(c -> sizes[c] > 0).toArray();
            codes =
                    keys.stream()
                            .map(
                                    key ->
                                            Arrays.stream(occurring)
                                                    .map(c -> key.codes()[table][order[begins[c]]])
                                                    .toArray())
                            .toArray(int[][]::new);
        }

        void attribute(int attacked, int row, int own, Tally tally) {
            int wanted = secret.codes()[attacked][row];
            tally.people++;
            int size = begins[own + 1] - begins[own];
            if (size > 0) {
                double share = (double) withSecret(own, wanted) / size;
                tally.matched++;
                tally.exact += share;
                tally.generalised += share;
            } else {
                tally.generalised += closest(attacked, row, wanted);
            }
        }

        private int withSecret(int keyClass, int wanted) {
            int count = 0;
            for (int i = begins[keyClass]; i < begins[keyClass + 1]; i++) {
                count += secret.codes()[table][order[i]] == wanted ? 1 : 0;
            }
            return count;
        }

        /// The share among the rows of all classes that differ in the fewest keys.
        private double closest(int attacked, int row, int wanted) {
            int[] differing = new int[occurring.length];
            for (int k = 0; k < codes.length; k++) {
                int value = keys.get(k).codes()[attacked][row];
                int[] column = codes[k];
                for (int i = 0; i < differing.length; i++) {
                    differing[i] += column[i] == value ? 0 : 1;
                }
            }
            int fewest = Arrays.stream(differing).min().orElse(0);
            long size = 0;
            long right = 0;
            for (int i = 0; i < differing.length; i++) {
                if (differing[i] == fewest) {
                    size += begins[occurring[i] + 1] - begins[occurring[i]];
                    right += withSecret(occurring[i], wanted);
                }
            }
            return (double) right / size;
        }
    }
}
