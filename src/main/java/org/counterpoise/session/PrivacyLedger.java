package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.budget.Ledger;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.Synthesizer;

import java.util.ArrayList;
import java.util.List;

/// What the models of a project spent of the privacy of the records they learned from.
public final class PrivacyLedger {
    /// The δ of the sentence and the report: below one over the number of records of nearly any
    /// table.
    public static final double DELTA = 1e-6;

    private static final List<String> COVERED =
            List.of(
                    "One record more or less changes the chance of any result by a factor of at most"
                            + " e^ε, but for a chance δ, whatever an attacker knows.",
                    "What is drawn from a model, and anything made from that, costs no more.");

    private static final List<String> NOT_COVERED =
            List.of(
                    "Columns, levels, ranges and settings that were chosen by looking at the records.",
                    "People with several records: for m records ε is m times as large.",
                    "Audits, validations and reports of the project, which look at the real rows"
                            + " without noise.",
                    "What is true of a population: it can be learned of everyone, also of those who"
                            + " are not in the data.");

    private PrivacyLedger() {}

    /// One entry per fitted model, in the order they were fitted.
    public static Ledger of(List<StepRecord> steps) {
        return new Ledger(
                steps.stream()
                        .filter(record -> record.step() instanceof Step.FitSynthesizer)
                        .map(record -> entry(record, (Step.FitSynthesizer) record.step()))
                        .toList());
    }

    private static Ledger.Entry entry(StepRecord record, Step.FitSynthesizer step) {
        List<Synthesizer<?>> methods = new ArrayList<>();
        Catalogue.all(Synthesizer.class).forEach(methods::add);
        return methods.stream()
                .filter(method -> method.id().equals(step.method()))
                .map(
                        method ->
                                new Ledger.Entry(
                                        method.card().name() + " (" + record.output() + ")",
                                        spent(method, step.settings())))
                .findFirst()
                .orElseGet(
                        () ->
                                new Ledger.Entry(
                                        step.method() + " (" + record.output() + ")", List.of()));
    }

    private static <S extends Record> List<Ledger.Spent> spent(
            Synthesizer<S> method, JsonNode settings) {
        return method.spent(method.settings().fromJson(settings));
    }

    /// What the ledger comes to, in one or two sentences.
    public static String sentence(Ledger ledger) {
        return ledger.total(DELTA)
                .map(
                        bound ->
                                "All models together keep ε = "
                                        + NumberText.short3(bound.guarantee().epsilon())
                                        + " at δ = "
                                        + NumberText.short3(bound.guarantee().delta())
                                        + " ("
                                        + bound.accountant()
                                        + ").")
                .orElse(
                        "No guarantee of differential privacy: ε = ∞. What protects people here was"
                                + " measured by attacks and distances, which cannot rule out a"
                                + " better attacker.");
    }

    /// What a guarantee covers.
    public static List<String> covered() {
        return COVERED;
    }

    /// What it does not cover, however small ε is.
    public static List<String> notCovered() {
        return NOT_COVERED;
    }
}
