package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The patients as a training set in memory.
///
/// The system property `patients` names a CSV file with the header [Patients#HEADER] to be read
/// instead of our own rows, so that another program can be measured on the same bytes.
public final class PatientsTable {
    /// The columns in the order in which narrower tables take them: measurements and categories in
    /// turn, the outcome among the first ten.
    private static final List<String> ORDER =
            List.of(
                    "outcome",
                    "age",
                    "sex",
                    "bmi",
                    "site",
                    "sbp",
                    "diagnosis",
                    "crp",
                    "ethnicity",
                    "los_days",
                    "dbp",
                    "smoker",
                    "heart_rate",
                    "insurance",
                    "hba1c",
                    "blood_group",
                    "creatinine",
                    "triage",
                    "ldl",
                    "score");

    private static final long SEED = 101;

    private PatientsTable() {}

    /// @return 20 columns in the order of the file, with the outcome marked
    public static Dataset of(int rows) {
        String given = System.getProperty("patients", "");
        Dataset table = given.isEmpty() ? ours(rows, SEED) : read(Path.of(given));
        return table.rows() == rows
                ? table
                : table.select(java.util.stream.IntStream.range(0, rows).toArray());
    }

    /// As many other patients of the same population.
    public static Dataset others(int rows) {
        return ours(rows, SEED + 2);
    }

    /// @param columns at most 40; those beyond the twentieth come from other patients
    static Dataset of(int rows, int columns) {
        Dataset table = of(rows);
        int first = Math.min(columns, ORDER.size());
        Dataset narrow = table.project(ORDER.subList(0, first));
        return columns == first
                ? narrow
                : beside(narrow, ours(rows, SEED + 1).project(ORDER.subList(0, columns - first)));
    }

    /// The outcome and the columns that are measured.
    static Dataset measurements(Dataset table) {
        return table.project(
                table.schema().columns().stream()
                        .filter(
                                info ->
                                        info.role() == Role.OUTCOME
                                                || info.type().numeric()
                                                        && !info.name().equals("score"))
                        .map(ColumnInfo::name)
                        .toList());
    }

    private static Dataset ours(int rows, long seed) {
        try {
            Path file = Files.createTempFile("patients-", ".csv");
            try {
                Patients.write(file, rows, Streams.derive(seed, "patients"));
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset read(Path file) {
        Dataset data = DataReader.read(file, "patients", Progress.NONE);
        List<ColumnInfo> infos = new ArrayList<>(data.schema().columns());
        infos.replaceAll(
                info -> info.name().equals("outcome") ? info.withRole(Role.OUTCOME) : info);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < infos.size(); c++) {
            columns.add(data.column(c));
        }
        return new Dataset("patients", Part.TRAINING, new Schema(infos), columns);
    }

    private static Dataset beside(Dataset left, Dataset right) {
        List<ColumnInfo> infos = new ArrayList<>(left.schema().columns());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < left.schema().size(); c++) {
            columns.add(left.column(c));
        }
        for (int c = 0; c < right.schema().size(); c++) {
            ColumnInfo info = right.schema().columns().get(c);
            ColumnInfo other = ColumnInfo.of(info.name() + "_2", info.type());
            infos.add(other);
            columns.add(right.column(c));
        }
        return new Dataset(left.name(), Part.TRAINING, new Schema(infos), columns);
    }
}
