package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.privacy.MembershipInference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Plants made-up records among the real ones, learns again, and asks whether the synthetic rows
/// tell which were planted (after Carlini, Liu, Erlingsson, Kos and Song 2019, The secret sharer,
/// USENIX Security).
///
/// A canary takes each value from a real row of its own, so it is like nobody. Three are made for
/// each one that is planted; the others, made in the same way, are the control. Needs no holdout,
/// and tests the method with its settings rather than one table.
public final class Canaries {
    private static final int FEWEST_ROWS = 50;

    private Canaries() {}

    /// Plants, learns, draws as many rows as there are real ones, and judges by
    /// [MembershipInference].
    ///
    /// @param canaries how many are planted, at least 10 and at most a tenth of the rows
    /// @param settings of the method, as JSON
    /// @return with planted canaries as members and the others as people never seen
    /// @throws UserProblem for too few rows, or as the synthesizer
    public static <S extends Record> Validation run(
            Dataset training,
            Synthesizer<S> method,
            JsonNode settings,
            int canaries,
            long seed,
            Progress progress) {
        if (training.rows() < FEWEST_ROWS || canaries < 10 || canaries > training.rows() / 10) {
            throw new UserProblem(
                    canaries + " canaries cannot be planted among " + training.rows() + " rows.",
                    training.name(),
                    "Plant at least 10, and at most one for every ten rows.");
        }
        Dataset real = AlignedTables.of(List.of(training)).stacked(training.name());
        Dataset made = madeUp(real, 3 * canaries, Streams.of(Streams.derive(seed, "canaries"), 0));
        Dataset planted = made.select(range(0, canaries));
        Dataset others = made.select(range(canaries, 3 * canaries)).withName("not planted");
        Dataset together =
                AlignedTables.of(List.of(real, planted))
                        .stacked(training.name() + " with canaries")
                        .withPart(Part.TRAINING);
        S own = method.settings().fromJson(settings);
        FittedSynthesizer fitted = method.fit(together, own, seed, progress.part(0, 0.6));
        Dataset drawn =
                Drawing.draw(
                                fitted,
                                SamplingPlan.keep(real.rows()),
                                together,
                                Optional.empty(),
                                Streams.derive(seed, "draw"),
                                progress.part(0.6, 0.9))
                        .data();
        MembershipInference judge = new MembershipInference();
        return judge.run(
                new ValidationInput(
                        planted.withName("planted"),
                        Optional.of(others.withPart(Part.HOLDOUT)),
                        drawn.withPart(Part.SYNTHETIC)),
                judge.defaults(),
                Streams.derive(seed, "judge"),
                progress.part(0.9, 1));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /// Rows whose values come from real rows drawn for each column anew.
    private static Dataset madeUp(Dataset real, int rows, RandomGenerator random) {
        List<Column> columns = new ArrayList<>();
        List<ColumnInfo> infos = real.schema().columns();
        for (int c = 0; c < infos.size(); c++) {
            int[] from = random.ints(rows, 0, real.rows()).toArray();
            columns.add(
                    switch (real.column(c)) {
                        case Column.Numbers numbers ->
                                new Column.Numbers(
                                        Arrays.stream(from)
                                                .mapToDouble(row -> numbers.values()[row])
                                                .toArray());
                        case Column.Codes codes ->
                                new Column.Codes(
                                        Arrays.stream(from)
                                                .map(row -> codes.codes()[row])
                                                .toArray(),
                                        codes.levels());
                        case Column.Texts texts ->
                                throw new IllegalStateException("text is never aligned");
                    });
        }
        return new Dataset("canaries", Part.TRAINING, new Schema(infos), columns);
    }
}
