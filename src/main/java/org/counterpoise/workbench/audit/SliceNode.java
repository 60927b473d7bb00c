package org.counterpoise.workbench.audit;

import org.counterpoise.engine.finding.Evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Slices as a tree: each level adds one condition to those above it.
///
/// @param condition the one added, empty for everyone
/// @param cell all conditions so far, column to level
/// @param row of the evidence, if just these conditions are a slice found
record SliceNode(
        String condition,
        Map<String, String> cell,
        Optional<List<Object>> row,
        List<SliceNode> children) {

    /// The tree of a table of slices. Conditions that many slices share stand nearer the root;
    /// of equally common ones the first in the table.
    static SliceNode tree(Evidence evidence) {
        Map<Map.Entry<String, String>, Integer> uses = new LinkedHashMap<>();
        for (Map<String, String> cell : evidence.cells()) {
            cell.entrySet()
                    .forEach(e -> uses.merge(Map.entry(e.getKey(), e.getValue()), 1, Integer::sum));
        }
        List<Map.Entry<String, String>> common = new ArrayList<>(uses.keySet());
        common.sort(Comparator.comparing(condition -> -uses.getOrDefault(condition, 0)));
        Map<Map<String, String>, List<Object>> rows = new HashMap<>();
        List<List<Map.Entry<String, String>>> paths = new ArrayList<>();
        for (int i = 0; i < evidence.cells().size(); i++) {
            Map<String, String> cell = evidence.cell(i);
            rows.putIfAbsent(cell, evidence.rows().get(i));
            paths.add(
                    common.stream()
                            .filter(c -> c.getValue().equals(cell.get(c.getKey())))
                            .toList());
        }
        return node("", Map.of(), paths, rows);
    }

    private static SliceNode node(
            String condition,
            Map<String, String> cell,
            List<List<Map.Entry<String, String>>> paths,
            Map<Map<String, String>, List<Object>> rows) {
        Map<Map.Entry<String, String>, List<List<Map.Entry<String, String>>>> below =
                new LinkedHashMap<>();
        for (List<Map.Entry<String, String>> path : paths) {
            if (!path.isEmpty()) {
                below.computeIfAbsent(path.getFirst(), _ -> new ArrayList<>())
                        .add(path.subList(1, path.size()));
            }
        }
        List<SliceNode> children = new ArrayList<>();
        below.forEach(
                (added, rest) -> {
                    Map<String, String> more = new LinkedHashMap<>(cell);
                    more.put(added.getKey(), added.getValue());
                    children.add(node(added.getKey() + " = " + added.getValue(), more, rest, rows));
                });
        return new SliceNode(condition, cell, Optional.ofNullable(rows.get(cell)), children);
    }
}
