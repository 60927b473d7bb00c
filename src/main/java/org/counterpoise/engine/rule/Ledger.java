package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The memory of a rule that looks at more than one row: which keys are taken, how often a
/// forbidden association may still be found.
///
/// Rows are offered one by one, and only those that are taken into the table are noted.
final class Ledger {
    private final Checker checker;
    private final Set<List<String>> taken = new HashSet<>();
    private int allowance;

    /// @param rows of the table in the end, for shares of it
    /// @param beside rows that will stand in the same table, whose keys are taken already
    Ledger(Checker checker, int rows, Optional<Dataset> beside) {
        this.checker = checker;
        if (checker.rule() instanceof Constraint.ForbiddenAssociation rule) {
            allowance = allowed(rule, rows);
        } else if (checker.rule() instanceof Constraint.UniqueKey rule) {
            beside.ifPresent(
                    real ->
                            Keys.of(real, rule.columns()).groups().stream()
                                    .map(group -> List.copyOf(group.cell().values()))
                                    .forEach(taken::add));
        }
    }

    /// How many of `rows` rows may show a forbidden association.
    static int allowed(Constraint.ForbiddenAssociation rule, int rows) {
        return (int) Math.floor(rows * (rule.percent() / 100) + 1e-9);
    }

    /// A table whose rows are offered one by one.
    Page page(Dataset data) {
        return switch (checker.rule()) {
            case Constraint.UniqueKey rule -> new KeyPage(Keys.of(data, rule.columns()));
            case Constraint.ForbiddenAssociation rule -> new SharePage(Checker.both(rule, data));
            default -> throw new IllegalArgumentException(checker.rule().text());
        };
    }

    /// The rows that do not fit any more when each is taken in turn.
    boolean[] over(Dataset data) {
        Page page = page(data);
        boolean[] over = new boolean[data.rows()];
        for (int row = 0; row < over.length; row++) {
            over[row] = !page.fits(row);
            if (!over[row]) {
                page.take(row);
            }
        }
        return over;
    }

    /// The rows of one table before this ledger.
    sealed interface Page {
        /// Whether the row may be taken.
        boolean fits(int row);

        /// Notes that it was taken.
        void take(int row);
    }

    private final class KeyPage implements Page {
        private final int[] codes;
        private final List<List<String>> keys = new ArrayList<>();

        KeyPage(Grouping grouping) {
            codes = grouping.codes();
            grouping.groups().forEach(group -> keys.add(List.copyOf(group.cell().values())));
        }

        @Override
        public boolean fits(int row) {
            return codes[row] < 0 || !taken.contains(keys.get(codes[row]));
        }

        @Override
        public void take(int row) {
            if (codes[row] >= 0) {
                taken.add(keys.get(codes[row]));
            }
        }
    }

    private final class SharePage implements Page {
        private final boolean[] both;

        SharePage(boolean[] both) {
            this.both = both;
        }

        @Override
        public boolean fits(int row) {
            return !both[row] || allowance > 0;
        }

        @Override
        public void take(int row) {
            allowance -= both[row] ? 1 : 0;
        }
    }
}
