package org.counterpoise.engine.rule;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One rule at work in a drawing: mends rows, judges them, counts.
public final class Enforcement {
    private final Checker checker;
    private final Optional<Repairs> repairs;
    private final Optional<Ledger> ledger;
    private boolean[] broken = new boolean[0];
    private Optional<Ledger.Page> page = Optional.empty();
    private long repaired;
    private long rejected;

    private Enforcement(Checker checker, Optional<Repairs> repairs, Optional<Ledger> ledger) {
        this.checker = checker;
        this.repairs = repairs;
        this.ledger = ledger;
    }

    /// The rules at work.
    ///
    /// @param real the training set
    /// @param rows to be made in all
    /// @param beside whether the real rows will stand in the same table
    public static List<Enforcement> of(
            List<Constraint> rules, Dataset real, int rows, boolean beside) {
        List<Enforcement> all = new ArrayList<>();
        for (Constraint rule : rules) {
            Checker checker = Checker.of(rule, real);
            all.add(
                    new Enforcement(
                            checker,
                            Repairs.possible(rule)
                                    ? Optional.of(Repairs.of(checker, real))
                                    : Optional.empty(),
                            checker.rowwise()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Ledger(
                                                    checker,
                                                    rows,
                                                    beside
                                                            ? Optional.of(real)
                                                            : Optional.empty()))));
        }
        return all;
    }

    /// Mends what the rules can mend, each in turn, and prepares to judge the rows.
    ///
    /// @return the mended rows, which the questions of [#rejects(int)] are then about
    public static Dataset prepare(List<Enforcement> rules, Dataset drawn, Progress progress) {
        Dataset data = drawn;
        for (Enforcement rule : rules) {
            progress.check();
            if (rule.repairs.isPresent()) {
                Repairs.Mended mended = rule.repairs.get().mend(data);
                rule.repaired += mended.rows();
                data = mended.data();
            }
        }
        for (Enforcement rule : rules) {
            progress.check();
            if (rule.ledger.isPresent()) {
                rule.page = Optional.of(rule.ledger.get().page(data));
            } else {
                rule.broken = rule.checker.broken(data);
            }
        }
        return data;
    }

    /// Whether the rule throws a row away; counted if it does.
    public boolean rejects(int row) {
        boolean rejects = page.isPresent() ? !page.get().fits(row) : broken[row];
        rejected += rejects ? 1 : 0;
        return rejects;
    }

    /// Notes that a row is in the table.
    public void take(int row) {
        page.ifPresent(p -> p.take(row));
    }

    /// The rows of a finished table that break the rule.
    public boolean[] broken(Dataset data) {
        return checker.broken(data);
    }

    public Constraint rule() {
        return checker.rule();
    }

    /// Whether rows are mended.
    public boolean mends() {
        return repairs.isPresent();
    }

    public long repaired() {
        return repaired;
    }

    public long rejected() {
        return rejected;
    }
}
