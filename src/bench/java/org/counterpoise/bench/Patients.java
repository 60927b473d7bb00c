package org.counterpoise.bench;

import org.counterpoise.engine.Streams;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Seeded patients for benchmarks: 10 skewed measurements, 8 categories, an outcome of about 5 %
/// and a biased risk score. The same seed gives the same file.
final class Patients {
    static final String HEADER =
            "age,bmi,sbp,dbp,heart_rate,hba1c,creatinine,crp,ldl,los_days,sex,ethnicity,site,"
                    + "diagnosis,smoker,insurance,blood_group,triage,outcome,score\n";

    private static final String[] ETHNICITIES = {"White", "Black", "Asian", "Mixed", "Other"};
    private static final double[] ETHNICITY_SHARES = {.72, .12, .09, .05, .02};
    private static final String[] SMOKER = {"never", "former", "current"};
    private static final double[] SMOKER_SHARES = {.5, .3, .2};
    private static final String[] INSURANCE = {"public", "private", "mixed", "none"};
    private static final double[] INSURANCE_SHARES = {.55, .28, .12, .05};
    private static final String[] BLOOD = {"O", "A", "B", "AB"};
    private static final double[] BLOOD_SHARES = {.45, .4, .11, .04};

    private Patients() {}

    static void write(Path file, int rows, long seed) throws IOException {
        RandomGenerator random = Streams.of(seed, 0);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < rows; row++) {
                out.write(row(random).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String row(RandomGenerator random) {
        double frailty = random.nextGaussian();
        double inflammation = .5 * frailty + .9 * random.nextGaussian();
        double metabolism = .4 * frailty + .9 * random.nextGaussian();
        boolean male = random.nextDouble() < .48;
        int ethnicity = pick(random, ETHNICITY_SHARES);
        int diagnosis = Math.min(29, (int) (-9 * Math.log(1 - random.nextDouble())));
        int site = Math.min(11, (int) (-4 * Math.log(1 - random.nextDouble())));
        double age = Math.clamp(58 + 17 * (.6 * frailty + .8 * random.nextGaussian()), 18, 98);
        double sbp = 112 + .28 * age + 14 * random.nextGaussian();
        double hba1c = 4.4 + Math.exp(.25 + .45 * metabolism);
        double creatinine = Math.exp(4.3 + .28 * frailty + (male ? .12 : 0) + .004 * (age - 58));
        int triage = 4 - Math.clamp(Math.round(2 + inflammation), 0, 4);
        double logit =
                -4.1
                        + .9 * Math.max(age - 60, 0) / 15
                        + .5 * inflammation
                        + .8 * (hba1c > 7.2 && male ? 1 : 0)
                        + .5 * (ethnicity == 1 ? 1 : 0)
                        + .4 * (triage == 0 ? 1 : 0);
        boolean outcome = random.nextDouble() < logistic(logit);
        double biased = logit - .45 * (ethnicity == 1 ? 1 : 0) + .8 * random.nextGaussian();
        return String.format(
                Locale.ROOT,
                "%.1f,%.2f,%.1f,%.1f,%.1f,%.3f,%.2f,%.2f,%.1f,%.1f,%s,%s,S%02d,D%02d,%s,%s,%s,T%d,%d,%.6f%n",
                age,
                Math.exp(3.28 + .19 * metabolism),
                sbp,
                38 + .3 * sbp + 6.5 * random.nextGaussian(),
                74 + 12 * random.nextGaussian() + 4 * Math.max(inflammation, 0),
                hba1c,
                creatinine,
                Math.exp(1.1 + 1.15 * inflammation),
                Math.max(15, 112 + 32 * random.nextGaussian() - (age > 70 ? 6 : 0)),
                -4 * Math.log(1 - random.nextDouble()),
                male ? "M" : "F",
                ETHNICITIES[ethnicity],
                site + 1,
                diagnosis + 1,
                SMOKER[pick(random, SMOKER_SHARES)],
                INSURANCE[pick(random, INSURANCE_SHARES)],
                BLOOD[pick(random, BLOOD_SHARES)],
                triage + 1,
                outcome ? 1 : 0,
                logistic(biased));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static int pick(RandomGenerator random, double[] shares) {
        double u = random.nextDouble();
        int i = 0;
        while (i < shares.length - 1 && u >= shares[i]) {
            u -= shares[i];
            i++;
        }
        return i;
    }
}
