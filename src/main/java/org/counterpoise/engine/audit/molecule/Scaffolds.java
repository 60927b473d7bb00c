package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.stats.Concentration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The scaffolds of a collection, the most popular first, those equally popular in alphabetical
/// order.
///
/// @param ranked each with its molecules, as positions in the collection
/// @param withoutRing how many molecules have no scaffold
record Scaffolds(List<Scaffold> ranked, int withoutRing) {

    /// @param smiles canonical
    /// @param members positions of its molecules in the collection, ascending
    /// @param rows of the table that hold them, from 0
    record Scaffold(String smiles, List<Integer> members, List<Integer> rows) {}

    static Scaffolds of(List<Molecule> molecules) {
        Map<String, List<Integer>> members = new TreeMap<>();
        int without = 0;
        for (int i = 0; i < molecules.size(); i++) {
            String scaffold = molecules.get(i).scaffold();
            if (scaffold.isEmpty()) {
                without++;
            } else {
                members.computeIfAbsent(scaffold, _ -> new ArrayList<>()).add(i);
            }
        }
        List<Scaffold> ranked = new ArrayList<>();
        members.forEach(
                (smiles, list) ->
                        ranked.add(
                                new Scaffold(
                                        smiles,
                                        List.copyOf(list),
                                        list.stream().map(i -> molecules.get(i).row()).toList())));
        ranked.sort(
                Comparator.comparingInt((Scaffold scaffold) -> -scaffold.members().size())
                        .thenComparing(Scaffold::smiles));
        return new Scaffolds(ranked, without);
    }

    Concentration concentration() {
        return Concentration.of(ranked.stream().mapToLong(s -> s.members().size()).toArray());
    }

    /// The most popular up to a share of all scaffolds, one at least if there is any.
    ///
    /// @param percent 0 to 100
    List<Scaffold> top(double percent) {
        int count = (int) Math.round(ranked.size() * percent / 100);
        return ranked.subList(0, Math.min(ranked.size(), Math.max(1, count)));
    }
}
