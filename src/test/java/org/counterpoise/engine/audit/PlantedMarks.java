package org.counterpoise.engine.audit;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.cascade.CascadeAudit;
import org.counterpoise.engine.audit.correlation.CorrelationAudit;
import org.counterpoise.engine.audit.coverage.CoverageAudit;
import org.counterpoise.engine.audit.drift.DriftAudit;
import org.counterpoise.engine.audit.explain.ExplainAudit;
import org.counterpoise.engine.audit.missingness.MissingnessAudit;
import org.counterpoise.engine.audit.noise.NoiseAudit;
import org.counterpoise.engine.audit.performance.PerformanceAudit;
import org.counterpoise.engine.audit.proxy.ProxyAudit;
import org.counterpoise.engine.audit.rating.RatingAudit;
import org.counterpoise.engine.audit.representation.RepresentationAudit;
import org.counterpoise.engine.audit.slice.SliceAudit;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Normal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Simulated tables with a mark of known size, one kind per audit, and whether the audit flags
/// them: with a mark that is its power, without one its false alarms.
public enum PlantedMarks {
    /// Women are half of the target population, and half less the mark of the table.
    REPRESENTATION {
        @Override
        String[] header() {
            return new String[] {"sex", "site"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            return new String[] {random.nextDouble() < 0.5 - mark ? "F" : "M", site(random)};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            Benchmark.Table half =
                    new Benchmark.Table(
                            List.of("sex"), Map.of(List.of("F"), 0.5, List.of("M"), 0.5));
            return raises(
                    new RepresentationAudit(),
                    new AuditInput(data, Optional.of(new Benchmark("typed", List.of(half)))),
                    seed);
        }
    },
    /// Sex by site is even in the target population; in the table the share of women of site
    /// 2 is less by the mark, at most by all of them, and that of men of site 1 more.
    CROSSING {
        @Override
        String[] header() {
            return new String[] {"sex", "site"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            boolean moved = random.nextDouble() < 6 * mark;
            String sex = sex(random);
            String site = site(random);
            return moved && sex.equals("F") && site.equals("s2")
                    ? new String[] {"M", "s1"}
                    : new String[] {sex, site};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            Map<List<String>, Double> even = new HashMap<>();
            for (String sex : List.of("F", "M")) {
                for (String site : List.of("s0", "s1", "s2")) {
                    even.put(List.of(sex, site), 1.0 / 6);
                }
            }
            Benchmark.Table table = new Benchmark.Table(List.of("sex", "site"), even);
            return raises(
                    new RepresentationAudit(),
                    new AuditInput(data, Optional.of(new Benchmark("typed", List.of(table)))),
                    seed);
        }
    },
    /// A value is missing in 10 % of men, and in as much more of women as the mark.
    MISSINGNESS {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "lab", "bp"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            boolean gap = random.nextDouble() < 0.1 + (sex.equals("F") ? mark : 0);
            return new String[] {
                sex, site(random), gap ? "" : "1", random.nextDouble() < 0.2 ? "" : "1"
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new MissingnessAudit(), input(data), seed);
        }
    },
    /// The first criterion excludes 10 % of men, and as much more of women as the mark.
    CASCADE {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "lab", "bp"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            return MISSINGNESS.row(random, mark);
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new CascadeAudit(), input(data), seed);
        }
    },
    /// Two numbers are standard normal, but four times as wide in a share of women as the mark.
    COVERAGE {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "x", "z"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            double wide = sex.equals("F") && random.nextDouble() < mark ? 4 : 1;
            return new String[] {
                sex,
                site(random),
                Double.toString(wide * random.nextGaussian()),
                Double.toString(wide * random.nextGaussian())
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new CoverageAudit(), input(data), seed);
        }
    },
    /// The prediction finds 70 % of the ill among men, and as much less among women as the mark.
    PERFORMANCE {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "guess"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            boolean ill = random.nextDouble() < 0.4;
            double hit = 0.7 - (sex.equals("F") ? mark : 0);
            boolean said = random.nextDouble() < (ill ? hit : 0.2);
            return new String[] {sex, site(random), ill ? "yes" : "no", said ? "yes" : "no"};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new PerformanceAudit(), input(data), seed);
        }
    },
    /// The score ranks men with an AUC of 0.85, women worse by the mark.
    RANKING {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "score"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            boolean ill = random.nextDouble() < 0.4;
            double area = 0.85 - (sex.equals("F") ? mark : 0);
            double apart = Math.sqrt(2) * Normal.quantile(area);
            double score = random.nextGaussian() + (ill ? apart : 0);
            return new String[] {sex, site(random), ill ? "yes" : "no", Double.toString(score)};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new PerformanceAudit(), input(data), seed);
        }
    },
    /// A quantity is predicted with a standard error of 1, for women too low by five times the
    /// mark.
    QUANTITY {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "score"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            double y = 5 * random.nextGaussian();
            double score = y + random.nextGaussian() - (sex.equals("F") ? 5 * mark : 0);
            return new String[] {sex, site(random), Double.toString(y), Double.toString(score)};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new PerformanceAudit(), input(data), seed);
        }
    },
    /// Of three classes 80 % are recognised, and of women less by the mark.
    CLASSES {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "guess"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            int stage = random.nextInt(3);
            boolean right = random.nextDouble() < 0.8 - (sex.equals("F") ? mark : 0);
            int said = right ? stage : (stage + 1 + random.nextInt(2)) % 3;
            return new String[] {sex, site(random), "c" + stage, "c" + said};
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new PerformanceAudit(), input(data), seed);
        }
    },
    /// Times to an event are exponential with a rate of `exp(2 score)`, half of them censored; in
    /// women the score counts less by the mark times three.
    SURVIVAL {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "time", "score"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            double score = random.nextGaussian();
            double weight = 2 * (1 - (sex.equals("F") ? 3 * mark : 0));
            double event = random.nextExponential() / Math.exp(weight * score);
            double end = random.nextExponential();
            return new String[] {
                sex,
                site(random),
                event <= end ? "1" : "0",
                Double.toString(Math.min(event, end)),
                Double.toString(score)
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new PerformanceAudit(), input(data), seed);
        }
    },
    /// The prediction is wrong in 15 % of rows, and in as much more as the mark of women at site 2.
    SLICE {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "guess", "x"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            String site = site(random);
            boolean spot = sex.equals("F") && site.equals("s2");
            boolean ill = random.nextBoolean();
            boolean wrong = random.nextDouble() < 0.15 + (spot ? mark : 0);
            return new String[] {
                sex,
                site,
                ill ? "yes" : "no",
                ill ^ wrong ? "yes" : "no",
                Double.toString(random.nextGaussian())
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new SliceAudit(), input(data), seed);
        }
    },
    /// A human and a machine give whole grades from 0 to 3 with errors of 0.5; the machine judges
    /// what women wrote higher by the mark.
    RATING {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "human", "machine"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            double quality = 1.5 + 0.8 * random.nextGaussian();
            return new String[] {
                sex,
                site(random),
                grade(quality + 0.5 * random.nextGaussian()),
                grade(quality + 0.5 * random.nextGaussian() + (sex.equals("F") ? mark : 0))
            };
        }

        private static String grade(double score) {
            return Long.toString(Math.clamp(Math.round(score), 0, 3));
        }

        @Override
        boolean flags(Dataset data, long seed) {
            Dataset marked = CsvTable.roles(data, Role.MEASUREMENT, "human", "machine");
            return raises(new RatingAudit(), input(marked), seed);
        }
    },
    /// Of five numbers and a category, one number is higher late by as many standard deviations as
    /// the mark.
    DRIFT {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "year", "code", "a", "b", "c", "d", "e"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            boolean late = random.nextBoolean();
            String[] row = new String[9];
            row[0] = sex(random);
            row[1] = site(random);
            row[2] = late ? "2021" : "2020";
            row[3] = "k" + Math.min(9, (int) (-3 * Math.log(1 - random.nextDouble())));
            for (int i = 4; i < row.length; i++) {
                row[i] = Double.toString((late && i == 4 ? mark : 0) + random.nextGaussian());
            }
            return row;
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new DriftAudit(), input(CsvTable.roles(data, Role.TIME, "year")), seed);
        }
    },
    /// Two numbers are unrelated within each of four batches, whose levels of both rise so that
    /// they correlate over all by the mark.
    CORRELATION {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "batch", "u", "v"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            int batch = random.nextInt(4);
            // Levels −3, −1, 1, 3 have a variance of 5.
            double level = (2 * batch - 3) * Math.sqrt(mark / (1 - mark) / 5);
            return new String[] {
                sex(random),
                site(random),
                "b" + batch,
                Double.toString(level + random.nextGaussian()),
                Double.toString(level + random.nextGaussian())
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new CorrelationAudit(), input(data), seed);
        }
    },
    /// A clinic's name agrees with sex in half of the rows and as many more as the mark, so that it
    /// tells sex with an AUC of 0.5 and the mark.
    PROXY {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "clinic", "lab"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            boolean agrees = random.nextDouble() < 0.5 + mark;
            return new String[] {
                sex,
                site(random),
                sex.equals("F") == agrees ? "east" : "west",
                Double.toString(random.nextGaussian())
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new ProxyAudit(), input(data), seed);
        }
    },
    /// The chance of illness rises with a number that is higher in women by half a standard
    /// deviation, and is higher for women of the same number by the mark.
    EXPLAIN {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "y", "x"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            boolean woman = sex.equals("F");
            double x = random.nextGaussian() + (woman ? 0.5 : 0);
            double chance = 0.1 + 0.5 * Normal.below(x) + (woman ? mark : 0);
            return new String[] {
                sex, site(random), random.nextDouble() < chance ? "yes" : "no", Double.toString(x)
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new ExplainAudit(), input(data), seed);
        }
    },
    /// Illness follows two measurements, of one of which women have half a standard deviation more;
    /// as many of women's labels as the mark are flipped.
    NOISE {
        @Override
        String[] header() {
            return new String[] {"sex", "site", "a", "b", "y"};
        }

        @Override
        String[] row(RandomGenerator random, double mark) {
            String sex = sex(random);
            double a = random.nextGaussian() + (sex.equals("F") ? 0.5 : 0);
            double b = random.nextGaussian();
            boolean ill = random.nextDouble() < 1 / (1 + Math.exp(-4 * (a + b)));
            boolean flipped = sex.equals("F") && random.nextDouble() < mark;
            return new String[] {
                sex,
                site(random),
                Double.toString(a),
                Double.toString(b),
                ill == flipped ? "well" : "ill"
            };
        }

        @Override
        boolean flags(Dataset data, long seed) {
            return raises(new NoiseAudit(), input(data), seed);
        }
    };

    abstract String[] header();

    abstract String[] row(RandomGenerator random, double mark);

    abstract boolean flags(Dataset data, long seed);

    /// Whether a table with this mark is flagged.
    ///
    /// @param mark 0 for a clean table
    public boolean found(int rows, double mark, long seed) {
        RandomGenerator random = Streams.of(seed, ordinal());
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = row(random, mark);
        }
        Dataset data = CsvTable.of("planted", header(), cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex", "site");
        if (data.schema().has("y")) {
            data = CsvTable.roles(data, Role.OUTCOME, "y");
        }
        if (data.schema().has("guess")) {
            data = CsvTable.roles(data, Role.PREDICTION, "guess");
        }
        if (data.schema().has("score")) {
            data = CsvTable.roles(data, Role.SCORE, "score");
        }
        if (data.schema().has("time")) {
            data = CsvTable.roles(data, Role.TIME, "time");
        }
        return flags(data, seed);
    }

    private static String sex(RandomGenerator random) {
        return random.nextBoolean() ? "F" : "M";
    }

    private static String site(RandomGenerator random) {
        return "s" + random.nextInt(3);
    }

    private static AuditInput input(Dataset data) {
        return new AuditInput(data, Optional.empty());
    }

    private static <S extends Record> boolean raises(Audit<S> audit, AuditInput input, long seed) {
        return audit.run(input, audit.defaults(), seed, Progress.NONE)
                        .severity()
                        .compareTo(Severity.WARNING)
                >= 0;
    }
}
