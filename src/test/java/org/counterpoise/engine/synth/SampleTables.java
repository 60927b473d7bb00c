package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Tables with known make-up for tests of synthesizers.
public final class SampleTables {
    private SampleTables() {}

    /// A table of columns in pairs of description and values.
    public static Dataset table(Object... infosAndColumns) {
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < infosAndColumns.length; i += 2) {
            infos.add((ColumnInfo) infosAndColumns[i]);
            columns.add((Column) infosAndColumns[i + 1]);
        }
        return new Dataset("table", Part.TRAINING, new Schema(infos), columns);
    }

    public static ColumnInfo real(String name) {
        return ColumnInfo.of(name, ColumnType.REAL);
    }

    public static ColumnInfo integer(String name) {
        return ColumnInfo.of(name, ColumnType.INTEGER);
    }

    public static ColumnInfo category(String name) {
        return ColumnInfo.of(name, ColumnType.CATEGORY);
    }

    public static Column numbers(double... values) {
        return new Column.Numbers(values);
    }

    public static Column codes(List<String> levels, int... codes) {
        return new Column.Codes(codes, levels);
    }

    /// People: sex, age in bands, two lab values, a visit date, race, an outcome that goes with
    /// age, a cause that is there exactly where the outcome is yes; an identifier and a remark.
    public static Dataset people(int rows, double missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] sex = new int[rows];
        double[] age = new double[rows];
        double[] lab = new double[rows];
        double[] skewed = new double[rows];
        double[] visit = new double[rows];
        int[] race = new int[rows];
        int[] dead = new int[rows];
        int[] cause = new int[rows];
        String[] remark = new String[rows];
        for (int i = 0; i < rows; i++) {
            sex[i] = random.nextDouble() < .6 ? 0 : 1;
            age[i] = Math.clamp(Math.rint(60 + 12 * random.nextGaussian()), 20, 99);
            lab[i] = Math.rint(100 * (2 + .05 * age[i] + random.nextGaussian())) / 100;
            skewed[i] = Math.exp(.5 * random.nextGaussian() + .3 * sex[i]);
            visit[i] = 15000 + random.nextInt(2000);
            race[i] = random.nextDouble() < .8 ? 0 : random.nextInt(4);
            dead[i] = random.nextDouble() < 1 / (1 + Math.exp((70 - age[i]) / 6)) ? 1 : 0;
            cause[i] = dead[i] == 1 ? random.nextInt(3) : -1;
            lab[i] = random.nextDouble() < missing ? Double.NaN : lab[i];
            race[i] = random.nextDouble() < missing ? -1 : race[i];
            remark[i] = "row " + i;
        }
        return table(
                integer("id").withRole(Role.IDENTIFIER),
                numbers(IntStream.range(0, rows).asDoubleStream().toArray()),
                category("sex").withRole(Role.PROTECTED),
                codes(List.of("F", "M"), sex),
                integer("age")
                        .withRole(Role.PROTECTED)
                        .withUnit("years")
                        .withBinning(Optional.of(new Binning(List.of(50.0, 70.0)))),
                numbers(age),
                real("lab").withUnit("mg/dL"),
                numbers(lab),
                real("skewed"),
                numbers(skewed),
                ColumnInfo.of("visit", ColumnType.DATE),
                numbers(visit),
                category("race").withRole(Role.PROTECTED),
                codes(List.of("A", "B", "C", "D", "never"), race),
                ColumnInfo.of("dead", ColumnType.BOOLEAN)
                        .withRole(Role.OUTCOME)
                        .withPositive(Optional.of("yes")),
                codes(List.of("no", "yes"), dead),
                category("cause"),
                codes(List.of("heart", "cancer", "other"), cause),
                ColumnInfo.of("remark", ColumnType.TEXT),
                new Column.Texts(remark));
    }

    /// As many mixed columns as wanted: even ones normal and correlated, odd ones of four levels.
    public static Dataset mixed(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = new double[rows];
        Arrays.setAll(common, i -> random.nextGaussian());
        List<Object> parts = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            double[] values = new double[rows];
            Arrays.setAll(values, i -> .6 * common[i] + .8 * random.nextGaussian());
            if (c % 2 == 0) {
                parts.add(real("x" + c));
                parts.add(numbers(values));
            } else {
                int[] codes = new int[rows];
                Arrays.setAll(codes, i -> (int) Math.clamp(Math.floor(values[i]) + 2, 0, 3));
                parts.add(category("c" + c));
                parts.add(codes(List.of("a", "b", "c", "d"), codes));
            }
        }
        return table(parts.toArray());
    }
}
