package org.counterpoise.bench;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Target;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Learns from the patients and draws as many rows, with the defaults of any method.
///
/// The other programs measured pay their first call as well, so each iteration is one call; the
/// warm-up shows what a first call costs here.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xmx1500m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"
        })
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class SynthesizerBenchmark {
    /// Id of a synthesizer, as `counterpoise methods` lists them.
    @Param("gaussian-copula")
    public String method = "";

    @Param("10000")
    public int rows;

    /// `mixed` for all 20 columns; `numbers` for the ten measurements and the outcome, which is
    /// what SMOTE, SMOTE-Tomek, SMOTE-ENN and SVM-SMOTE of imbalanced-learn are given.
    @Param("mixed")
    public String columns = "";

    private @Nullable Dataset patients;

    @Setup(Level.Trial)
    public void read() {
        patients = PatientsTable.of(rows);
        if (columns.equals("numbers")) {
            patients = PatientsTable.measurements(patients);
        }
    }

    @Benchmark
    public Synthesis fitAndDraw() {
        return fitted(Catalogue.find(Synthesizer.class, method))
                .sample(List.of(new Target(Map.of(), rows)), 3, Progress.NONE);
    }

    /// Fills up the rarer outcome, as other oversamplers do when they are called.
    @Benchmark
    public Synthesis balance() {
        Dataset training = Objects.requireNonNull(patients);
        SamplingPlan plan =
                new SamplingPlan(
                        SamplingPlan.Goal.BALANCE,
                        List.of("outcome"),
                        0,
                        List.of(),
                        SamplingPlan.Result.AUGMENTED);
        return Drawing.draw(
                fitted(Catalogue.find(Synthesizer.class, method)),
                plan,
                training,
                Optional.empty(),
                3,
                Progress.NONE);
    }

    @Benchmark
    public FittedSynthesizer fit() {
        return fitted(Catalogue.find(Synthesizer.class, method));
    }

    private <S extends Record> FittedSynthesizer fitted(Synthesizer<S> synthesizer) {
        return synthesizer.fit(
                Objects.requireNonNull(patients), synthesizer.defaults(), 7, Progress.NONE);
    }
}
