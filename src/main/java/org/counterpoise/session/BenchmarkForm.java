package org.counterpoise.session;

import org.counterpoise.engine.data.Benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A benchmark in a form that JSON can hold: its tables are keyed by lists of levels.
record BenchmarkForm(String source, List<Table> tables) {

    record Table(List<String> columns, List<Share> shares) {}

    record Share(List<String> levels, double share) {}

    static BenchmarkForm of(Artifact.Target target) {
        Benchmark benchmark = target.benchmark();
        return new BenchmarkForm(
                benchmark.source(), benchmark.tables().stream().map(BenchmarkForm::table).toList());
    }

    private static Table table(Benchmark.Table table) {
        return new Table(
                table.columns(),
                table.shares().entrySet().stream()
                        .map(entry -> new Share(entry.getKey(), entry.getValue()))
                        .toList());
    }

    Artifact.Target target() {
        return new Artifact.Target(
                new Benchmark(source, tables.stream().map(BenchmarkForm::table).toList()));
    }

    private static Benchmark.Table table(Table table) {
        Map<List<String>, Double> shares = new LinkedHashMap<>();
        table.shares().forEach(share -> shares.put(share.levels(), share.share()));
        return new Benchmark.Table(table.columns(), shares);
    }
}
