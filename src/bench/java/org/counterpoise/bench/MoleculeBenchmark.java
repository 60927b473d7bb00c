package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.molecule.MoleculeAudit;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The whole question about the 4,999 molecules of the National Cancer Institute: reading them,
/// scaffolds and their popularity, properties, filters, similarity. The target, for scaffolds
/// alone, is 5 seconds on two cores.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class MoleculeBenchmark {
    private final MoleculeAudit audit = new MoleculeAudit();
    private Optional<Dataset> molecules = Optional.empty();

    @Setup
    public void read() {
        Dataset data =
                DataReader.read(Path.of("sample-data", "nci5k_smiles.csv"), "nci", Progress.NONE);
        molecules =
                Optional.of(
                        data.withSchema(
                                data.schema().with("smiles", c -> c.withRole(Role.MOLECULE))));
    }

    @Benchmark
    public Assessment ask() {
        return audit.run(
                new AuditInput(molecules.orElseThrow(), Optional.empty()),
                audit.defaults(),
                1,
                Progress.NONE);
    }
}
