package org.counterpoise.engine.stats.mixed;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Tables of textbooks whose mixed models are published.
final class KnownTables {
    private KnownTables() {}

    /// nlme's Rail: travel times of six rails, three each (Pinheiro and Bates 2000).
    static final double[] RAIL = {
        55, 53, 54, 26, 37, 32, 78, 91, 85, 92, 100, 96, 49, 51, 50, 80, 85, 83
    };

    /// lme4's Dyestuff: yields of six batches, five each (Davies and Goldsmith 1972).
    static final double[] DYESTUFF = {
        1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560,
        1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445
    };

    /// nlme's ergoStool: effort of nine subjects with four types of stool.
    static final double[] STOOLS = {
        12, 15, 12, 10, 10, 14, 13, 12, 7, 14, 13, 9, 7, 11, 10, 9, 8, 11, 8, 7, 9, 11, 11, 10, 8,
        12, 12, 11, 7, 11, 8, 7, 9, 13, 10, 8
    };

    /// nlme's Orthodont: distances at ages 8, 10, 12 and 14 of 16 boys, then 11 girls (Potthoff and
    /// Roy 1964).
    static final double[] TEETH = {
        26, 25, 29, 31, 21.5, 22.5, 23, 26.5, 23, 22.5, 24, 27.5, 25.5, 27.5, 26.5, 27, 20, 23.5,
        22.5, 26, 24.5, 25.5, 27, 28.5, 22, 22, 24.5, 26.5, 24, 21.5, 24.5, 25.5, 23, 20.5, 31, 26,
        27.5, 28, 31, 31.5, 23, 23, 23.5, 25, 21.5, 23.5, 24, 28, 17, 24.5, 26, 29.5, 22.5, 25.5,
        25.5, 26, 23, 24.5, 26, 30, 22, 21.5, 23.5, 25, 21, 20, 21.5, 23, 21, 21.5, 24, 25.5, 20.5,
        24, 24.5, 26, 23.5, 24.5, 25, 26.5, 21.5, 23, 22.5, 23.5, 20, 21, 21, 22.5, 21.5, 22.5, 23,
        25, 23, 23, 23.5, 24, 20, 21, 22, 21.5, 16.5, 19, 19, 19.5, 24.5, 25, 28, 28
    };

    /// lme4's sleepstudy: reaction times of 18 subjects on days 0 to 9 (Belenky et al. 2003).
    static final double[] SLEEP = {
        249.5600, 258.7047, 250.8006, 321.4398, 356.8519, 414.6901, 382.2038, 290.1486,
        430.5853, 466.3535, 222.7339, 205.2658, 202.9778, 204.7070, 207.7161, 215.9618,
        213.6303, 217.7272, 224.2957, 237.3142, 199.0539, 194.3322, 234.3200, 232.8416,
        229.3074, 220.4579, 235.4208, 255.7511, 261.0125, 247.5153, 321.5426, 300.4002,
        283.8565, 285.1330, 285.7973, 297.5855, 280.2396, 318.2613, 305.3495, 354.0487,
        287.6079, 285.0000, 301.8206, 320.1153, 316.2773, 293.3187, 290.0750, 334.8177,
        293.7469, 371.5811, 234.8606, 242.8118, 272.9613, 309.7688, 317.4629, 309.9976,
        454.1619, 346.8311, 330.3003, 253.8644, 283.8424, 289.5550, 276.7693, 299.8097,
        297.1710, 338.1665, 332.0265, 348.8399, 333.3600, 362.0428, 265.4731, 276.2012,
        243.3647, 254.6723, 279.0244, 284.1912, 305.5248, 331.5229, 335.7469, 377.2990,
        241.6083, 273.9472, 254.4907, 270.8021, 251.4519, 254.6362, 245.4523, 235.3110,
        235.7541, 237.2466, 312.3666, 313.8058, 291.6112, 346.1222, 365.7324, 391.8385,
        404.2601, 416.6923, 455.8643, 458.9167, 236.1032, 230.3167, 238.9256, 254.9220,
        250.7103, 269.7744, 281.5648, 308.1020, 336.2806, 351.6451, 256.2968, 243.4543,
        256.2046, 255.5271, 268.9165, 329.7247, 379.4445, 362.9184, 394.4872, 389.0527,
        250.5265, 300.0576, 269.8939, 280.5891, 271.8274, 304.6336, 287.7466, 266.5955,
        321.5418, 347.5655, 221.6771, 298.1939, 326.8785, 346.8555, 348.7402, 352.8287,
        354.4266, 360.4326, 375.6406, 388.5417, 271.9235, 268.4369, 257.2424, 277.6566,
        314.8222, 317.2135, 298.1353, 348.1229, 340.2800, 366.5131, 225.2640, 234.5235,
        238.9008, 240.4730, 267.5373, 344.1937, 281.1481, 347.5855, 365.1630, 372.2288,
        269.8804, 272.4428, 277.8989, 281.7895, 279.1705, 284.5120, 259.2658, 304.6306,
        350.7807, 369.4692, 269.4117, 273.4740, 297.5968, 310.6316, 287.1726, 329.6076,
        334.4818, 343.2199, 369.1417, 364.1236
    };

    /// lme4's Penicillin: diameters of 24 plates by 6 samples (Davies and Goldsmith 1972).
    static final double[] PENICILLIN = {
        27, 23, 26, 23, 23, 21, 27, 23, 26, 23, 23, 21, 25, 21, 25, 24, 24, 20, 26, 23,
        25, 23, 23, 20, 25, 22, 26, 22, 23, 20, 24, 22, 25, 23, 22, 19, 24, 20, 23, 21,
        22, 19, 26, 22, 26, 24, 24, 21, 24, 21, 24, 22, 22, 20, 24, 21, 24, 23, 22, 19,
        26, 23, 26, 24, 24, 21, 25, 22, 26, 24, 24, 20, 26, 24, 26, 24, 25, 22, 26, 23,
        26, 23, 23, 20, 26, 23, 25, 24, 24, 22, 25, 22, 25, 23, 23, 20, 25, 21, 24, 23,
        23, 20, 25, 22, 24, 23, 23, 19, 24, 21, 23, 21, 21, 19, 26, 23, 26, 24, 24, 21,
        25, 21, 24, 22, 22, 18, 25, 22, 25, 22, 22, 20, 24, 21, 24, 22, 24, 19, 24, 21,
        24, 22, 21, 18
    };

    static double[] column(int rows, IntUnaryOperator value) {
        return IntStream.range(0, rows).map(value).asDoubleStream().toArray();
    }

    static int[] groups(int rows, IntUnaryOperator group) {
        return IntStream.range(0, rows).map(group).toArray();
    }

    /// A mean and a random intercept for every `each` rows in turn.
    static MixedDesign oneWay(double[] y, int each) {
        return new MixedDesign(
                new double[][] {column(y.length, i -> 1)},
                y,
                List.of(RandomTerm.intercept(groups(y.length, i -> i / each), y.length / each)));
    }

    /// Distance by age and sex, a random intercept by child.
    static MixedDesign teeth() {
        int n = TEETH.length;
        return new MixedDesign(
                new double[][] {
                    column(n, i -> 1),
                    column(n, KnownTables::age),
                    column(n, i -> i < 64 ? 0 : 1),
                    column(n, i -> i < 64 ? 0 : age(i))
                },
                TEETH,
                List.of(RandomTerm.intercept(groups(n, i -> i / 4), 27)));
    }

    private static int age(int row) {
        return 8 + 2 * (row % 4);
    }

    /// Effort by type of stool, a random intercept by subject.
    static MixedDesign stools() {
        int n = STOOLS.length;
        return new MixedDesign(
                new double[][] {
                    column(n, i -> 1),
                    column(n, i -> i % 4 == 1 ? 1 : 0),
                    column(n, i -> i % 4 == 2 ? 1 : 0),
                    column(n, i -> i % 4 == 3 ? 1 : 0)
                },
                STOOLS,
                List.of(RandomTerm.intercept(groups(n, i -> i / 4), 9)));
    }

    /// Reaction by day.
    static MixedDesign sleep(boolean slope) {
        int n = SLEEP.length;
        double[] days = column(n, i -> i % 10);
        int[] subjects = groups(n, i -> i / 10);
        return new MixedDesign(
                new double[][] {column(n, i -> 1), days},
                SLEEP,
                List.of(
                        slope
                                ? RandomTerm.slope(subjects, 18, days)
                                : RandomTerm.intercept(subjects, 18)));
    }

    /// A mean, plates crossed with samples.
    static MixedDesign penicillin() {
        int n = PENICILLIN.length;
        return new MixedDesign(
                new double[][] {column(n, i -> 1)},
                PENICILLIN,
                List.of(
                        RandomTerm.intercept(groups(n, i -> i / 6), 24),
                        RandomTerm.intercept(groups(n, i -> i % 6), 6)));
    }
}
