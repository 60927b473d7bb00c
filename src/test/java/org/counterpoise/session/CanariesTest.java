package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class CanariesTest {

    /// Two numbers that go together, so that a canary is off the line, and one that does not.
    private static Dataset people() {
        RandomGenerator random = Streams.of(1, 0);
        int n = 1200;
        double[] a = new double[n];
        double[] b = new double[n];
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = random.nextGaussian();
            b[i] = a[i] + 0.2 * random.nextGaussian();
            c[i] = random.nextGaussian();
        }
        return Tables.of(Part.TRAINING).numbers("a", a).numbers("b", b).numbers("c", c).table();
    }

    private static Validation run(String method, int canaries, String... ones) {
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (String one : ones) {
            settings.put(one, one.equals("complexity") ? 0 : 1);
        }
        return Canaries.run(people(), synthesizer, settings, canaries, 3, Progress.NONE);
    }

    private static double auc(Validation validation) {
        Double auc = validation.assessment().metrics().get("membership/distance/auc");
        assertThat(auc).isNotNull();
        return auc == null ? Double.NaN : auc;
    }

    @Test
    void rowsThatAreRepeatedGiveCanariesAwayAndIndependentColumnsDoNot() {
        // Trees grown to single rows repeat the row of the first value they draw: each planted row
        // with a chance of 1 − 1/e.
        Validation copies = run("sequential-trees", 100, "minimumLeaf", "complexity");
        assertThat(copies.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(auc(copies)).isGreaterThan(0.75);
        Validation independent = run("independent", 100);
        assertThat(independent.verdict()).isNotEqualTo(Verdict.FAIL);
        assertThat(auc(independent)).isBetween(0.4, 0.6);
    }

    @Test
    void tooManyCanariesAreRefused() {
        assertThatThrownBy(() -> run("independent", 300))
                .isInstanceOfSatisfying(
                        UserProblem.class,
                        problem -> assertThat(problem.what()).contains("300 canaries"));
    }
}
