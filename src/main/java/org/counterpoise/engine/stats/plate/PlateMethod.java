package org.counterpoise.engine.stats.plate;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A way to take the bias of place out of plates.
public enum PlateMethod {
    /// Finds biased lines and corrects them by the model that fits each plate.
    PMP_FITTING("partial mean polish, model fitted per plate"),
    /// As [#PMP_FITTING], with one model for all plates.
    PMP_ONE_MODEL("partial mean polish, one model for all plates"),
    PMP_1("partial mean polish 1 (additive, in sequence)"),
    PMP_2("partial mean polish 2 (multiplicative, in sequence)"),
    PMP_5("partial mean polish 5 (additive, mean at crossings)"),
    PMP_6("partial mean polish 6 (multiplicative, mean at crossings)"),
    /// A published variant that halves crossings.
    PMP_3("partial mean polish 3 (multiplicative, published variant)"),
    /// A published variant whose result depends on the unit.
    PMP_4("partial mean polish 4 (additive, published variant)"),
    ASSAY_WISE("assay-wise correction"),
    WELL("well correction"),
    ROBUST_Z("robust z"),
    B_SCORE("B-score"),
    LOESS("loess surface");

    private static final int PLATES_PER_CHUNK = 8;

    private final String label;

    PlateMethod(String label) {
        this.label = label;
    }

    /// A few words for people.
    public String label() {
        return label;
    }

    /// Whether the result is a score in standard deviations rather than a readout in its own unit.
    public boolean score() {
        return switch (this) {
            case ASSAY_WISE, WELL, ROBUST_Z, B_SCORE -> true;
            case PMP_FITTING, PMP_ONE_MODEL, PMP_1, PMP_2, PMP_3, PMP_4, PMP_5, PMP_6, LOESS ->
                    false;
        };
    }

    /// Whether plates are compared with each other, which takes two or more of one format.
    public boolean acrossPlates() {
        return this == ASSAY_WISE || this == WELL;
    }

    /// What to know before using this one; empty if nothing.
    public Optional<String> warning() {
        return fixed().filter(Pmp::questionable)
                .map(
                        pmp ->
                                pmp == Pmp.ADDITIVE_PRODUCT
                                        ? "Correction 4 subtracts the product of two offsets where"
                                                + " flagged lines cross: the result depends on the"
                                                + " unit of the readout. It is kept as published;"
                                                + " prefer 1 or 5."
                                        : "Correction 3 divides by the sum of two factors where"
                                                + " flagged lines cross, which halves those wells. It"
                                                + " is kept as published; prefer 2 or 6.");
    }

    private Optional<Pmp> fixed() {
        return switch (this) {
            case PMP_1 -> Optional.of(Pmp.ADDITIVE_SEQUENCE);
            case PMP_2 -> Optional.of(Pmp.MULTIPLICATIVE_SEQUENCE);
            case PMP_3 -> Optional.of(Pmp.MULTIPLICATIVE_SUM);
            case PMP_4 -> Optional.of(Pmp.ADDITIVE_PRODUCT);
            case PMP_5 -> Optional.of(Pmp.ADDITIVE_MEAN);
            case PMP_6 -> Optional.of(Pmp.MULTIPLICATIVE_MEAN);
            default -> Optional.empty();
        };
    }

    /// Corrects plates that have been looked at.
    ///
    /// @param looks all of one screen, in the order of the plates
    /// @param span for [#LOESS], see [Scores#loess]
    /// @return corrected readouts or scores, one array per plate
    public List<double[]> correct(List<PlateLook> looks, double span, Progress progress) {
        if (acrossPlates()) {
            List<Wells> plates = looks.stream().map(PlateLook::wells).toList();
            progress.check();
            return List.of(
                    this == WELL
                            ? AssayWise.wellCorrected(plates)
                            : AssayWise.standardised(plates));
        }
        ModelChoice.Model shared =
                ModelChoice.pooled(looks.stream().map(PlateLook::choice).toList());
        int chunks = (looks.size() + PLATES_PER_CHUNK - 1) / PLATES_PER_CHUNK;
        return Parallel.map(
                        chunks,
                        progress,
                        "Correcting plates",
                        chunk ->
                                looks
                                        .subList(
                                                chunk * PLATES_PER_CHUNK,
                                                Math.min(
                                                        looks.size(),
                                                        (chunk + 1) * PLATES_PER_CHUNK))
                                        .stream()
                                        .map(look -> one(look, shared, span))
                                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private double[] one(PlateLook look, ModelChoice.Model shared, double span) {
        Wells wells = look.wells();
        return switch (this) {
            case ROBUST_Z -> Scores.robustZ(wells);
            case B_SCORE -> Scores.bScore(wells);
            case LOESS -> Scores.loess(wells, span);
            case PMP_FITTING -> look.choice().correction().correct(wells, look.lines());
            case PMP_ONE_MODEL -> look.choice().correction(shared).correct(wells, look.lines());
            default -> fixed().orElseThrow().correct(wells, look.lines());
        };
    }

    /// The methods worth comparing on these plates: all but the questionable ones, and those across
    /// plates only where there are two or more.
    public static List<PlateMethod> offered(int plates) {
        return Stream.of(values())
                .filter(method -> method.warning().isEmpty())
                .filter(method -> !method.acrossPlates() || plates > 1)
                .toList();
    }
}
