package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.synth.Learnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a fitted copula says about itself.
final class CopulaNotes {
    private static final int MOST_NAMED = 6;

    private CopulaNotes() {}

    static List<String> of(
            Learnable learnable, List<Variable> variables, DependenceFit.Learned learned) {
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(
                        Locale.ROOT,
                        "Learned from %,d rows and %d columns: one marginal each and %s.",
                        learnable.data().rows(),
                        variables.size(),
                        learned.summary()));
        add(notes, variables, "Fitted marginals: ", CopulaNotes::fitted);
        add(notes, variables, "Levels put in an order by association: ", CopulaNotes::ordered);
        add(
                notes,
                variables,
                "Missing exactly where another column says so: ",
                v -> given(v, variables));
        add(notes, variables, "Missing values drawn as a pattern: ", CopulaNotes::indicator);
        add(notes, variables, "Constant, kept as it is: ", CopulaNotes::constant);
        add(notes, variables, "All missing, kept as it is: ", CopulaNotes::empty);
        notes.addAll(learned.notes());
        notes.addAll(learnable.notes());
        return List.copyOf(notes);
    }

    private static void add(
            List<String> notes,
            List<Variable> variables,
            String start,
            java.util.function.Function<Variable, String> text) {
        List<String> texts = variables.stream().map(text).filter(part -> !part.isEmpty()).toList();
        if (!texts.isEmpty()) {
            String named = String.join("; ", texts.subList(0, Math.min(MOST_NAMED, texts.size())));
            int more = texts.size() - MOST_NAMED;
            notes.add(start + named + (more > 0 ? "; and " + more + " more." : "."));
        }
    }

    private static String fitted(Variable variable) {
        return variable.marginal() instanceof FittedMarginal fitted
                ? variable.name() + " " + fitted.name()
                : "";
    }

    private static String ordered(Variable variable) {
        Axis axis = variable.axis();
        if (!axis.unordered()) {
            return "";
        }
        String levels =
                Arrays.stream(axis.order())
                        .limit(MOST_NAMED)
                        .mapToObj(axis::text)
                        .collect(Collectors.joining(" < "));
        return variable.name() + " (" + levels + (axis.order().length > MOST_NAMED ? " …)" : ")");
    }

    private static String given(Variable variable, List<Variable> variables) {
        return variable.missing() instanceof Missing.Given given
                ? variable.name() + " by " + variables.get(given.column()).name()
                : "";
    }

    private static String indicator(Variable variable) {
        return variable.missing() instanceof Missing.Indicator ? variable.name() : "";
    }

    private static String constant(Variable variable) {
        return variable.latent() < 0 && !(variable.missing() instanceof Missing.Always)
                ? variable.name()
                : "";
    }

    private static String empty(Variable variable) {
        return variable.missing() instanceof Missing.Always ? variable.name() : "";
    }
}
