package org.counterpoise.workbench.generate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.synth.Traits.Quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How well a synthesizer answers what is wanted of one, by what it says about itself.
///
/// @param met what it does well of what is wanted
/// @param unmet what it does badly of what is wanted
/// @param applicability whether it can learn from the data at hand
record Ranked(
        GenerateModel.Choice choice,
        List<Quality> met,
        List<Quality> unmet,
        Applicability applicability) {

    static Ranked of(
            GenerateModel.Choice choice, Set<Quality> wanted, Applicability applicability) {
        List<Quality> met = new ArrayList<>();
        List<Quality> unmet = new ArrayList<>();
        for (Quality quality : sorted(wanted)) {
            if (choice.synthesizer().traits().good().contains(quality)) {
                met.add(quality);
            } else if (choice.synthesizer().traits().poor().contains(quality)) {
                unmet.add(quality);
            }
        }
        return new Ranked(choice, List.copyOf(met), List.copyOf(unmet), applicability);
    }

    private static Set<Quality> sorted(Set<Quality> wanted) {
        return wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted);
    }

    /// Best first: those that can be used, then by what is met less what is not. Equals keep their
    /// order in the catalogue.
    static List<Ranked> sort(List<Ranked> all) {
        return all.stream()
                .sorted(
                        Comparator.comparing((Ranked r) -> !r.applicability().ready())
                                .thenComparing(r -> r.unmet().size() - r.met().size()))
                .toList();
    }

    /// Why it stands where it stands, one sentence each.
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!applicability.ready()) {
            reasons.add("Not for this data: " + applicability.reason());
        }
        met.forEach(quality -> reasons.add("Good for " + quality.words() + "."));
        unmet.forEach(quality -> reasons.add("Weak on " + quality.words() + "."));
        if (reasons.isEmpty()) {
            reasons.add("Neither made for what you asked nor bad at it.");
        }
        return List.copyOf(reasons);
    }
}
