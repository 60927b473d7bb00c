package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Tables;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.Enforcement;
import org.counterpoise.engine.rule.RealCheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Draws rows in rounds until every target has its rows, each in its cell, meeting its condition
/// and obeying the rules; or until a target's limit of rows made is reached, which is then said.
final class RowDraw {
    /// A target gives up after so many rows for each row wanted, but not before [#LEAST].
    private static final int MOST_PER_ROW = 20;

    private static final int LEAST = 10_000;

    /// A round makes at most so many rows for each row wanted, but up to [#BATCH] in any case.
    private static final int BATCH_PER_ROW = 4;

    private static final int BATCH = 1000;

    private static final boolean[] NONE = new boolean[0];

    private final FittedSynthesizer model;
    private final List<Constraint> rules;
    private final Dataset training;
    private final boolean beside;
    private final Progress progress;
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Dataset> kept = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private List<Enforcement> laws = List.of();
    private long drawn;

    /// @param beside whether the rows are put under the training rows
    RowDraw(
            FittedSynthesizer model,
            List<Constraint> rules,
            Dataset training,
            boolean beside,
            Progress progress) {
        this.model = model;
        this.rules = rules;
        this.training = training;
        this.beside = beside;
        this.progress = progress;
    }

    /// How far one target is.
    private static final class Quest {
        private final int number;
        private final Target target;
        private final Target aimed;
        private final long most;
        private int accepted;
        private long made;
        private long missed;
        private String problem = "";

        Quest(int number, Target target, Dataset training) {
            this.number = number;
            this.target = target;
            this.aimed = target.aimed(training);
            this.most = Math.max(LEAST, (long) MOST_PER_ROW * target.rows());
        }

        int need() {
            return problem.isEmpty() ? target.rows() - accepted : 0;
        }

        /// Rows to ask the model for next: as many as are missing the first time, then as many as
        /// should hold those missing.
        int ask() {
            if (made == 0) {
                return need();
            }
            double rate = (accepted + 1.0) / (made + 1.0);
            double wanted = Math.ceil(1.2 * need() / rate) + 10;
            long batch = Math.max(BATCH, (long) BATCH_PER_ROW * target.rows());
            return (int) Math.min(Math.min(wanted, batch), Math.max(1, most - made));
        }
    }

    Synthesis draw(List<Target> targets, long seed) {
        List<Constraint> inForce = rules.stream().filter(rule -> idle(rule).isEmpty()).toList();
        int rows = targets.stream().mapToInt(Target::rows).sum();
        laws = Enforcement.of(inForce, training, rows, beside);
        List<Quest> quests =
                IntStream.range(0, targets.size())
                        .mapToObj(t -> new Quest(t, targets.get(t), training))
                        .toList();
        int round = 0;
        do {
            long roundSeed = round == 0 ? seed : Streams.derive(seed, "round " + round);
            Progress part = round == 0 ? progress.part(0, .9) : progress.part(.9, .99);
            round(quests, roundSeed, part);
            round++;
        } while (quests.stream().anyMatch(quest -> quest.need() > 0));
        Dataset data = assemble(quests);
        return new Synthesis(data, shortfalls(quests), List.copyOf(notes), steered(quests, data));
    }

    private void round(List<Quest> quests, long seed, Progress part) {
        List<Quest> open = quests.stream().filter(quest -> quest.need() > 0).toList();
        List<Target> asked = open.stream().map(quest -> quest.aimed.withRows(quest.ask())).toList();
        Synthesis made = model.sample(asked, seed, part);
        notes.addAll(made.notes());
        drawn += made.data().rows();
        int[] counts = made.made(asked);
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < asked.get(i).rows()) {
                open.get(i).problem = made.shortfalls().get(next++).reason();
            }
        }
        Dataset data = Enforcement.prepare(laws, made.data(), part);
        boolean[] taken = new boolean[data.rows()];
        int from = 0;
        for (int i = 0; i < counts.length; i++) {
            part.check();
            take(open.get(i), data, from, counts[i], taken);
            from += counts[i];
        }
        int[] rows = IntStream.range(0, taken.length).filter(row -> taken[row]).toArray();
        kept.add(rows.length == data.rows() ? data : data.select(rows));
    }

    /// Takes rows of one target, in their order, until it has enough.
    private void take(Quest quest, Dataset data, int from, int count, boolean[] taken) {
        boolean[] inside = new boolean[data.rows()];
        int[] positions = IntStream.range(from, from + count).toArray();
        Dataset part = count == data.rows() ? data : data.select(positions);
        for (int row : Cells.rows(part, quest.target)) {
            inside[from + row] = true;
        }
        int wanted = quest.target.rows();
        for (int row = from; row < from + count && quest.accepted < wanted; row++) {
            quest.made++;
            boolean lawful = true;
            for (Enforcement law : laws) {
                lawful &= !law.rejects(row);
            }
            if (!inside[row]) {
                quest.missed++;
            } else if (lawful) {
                taken[row] = true;
                for (Enforcement law : laws) {
                    law.take(row);
                }
                quest.accepted++;
                owners.add(quest.number);
            }
        }
        if (quest.need() > 0 && quest.made >= quest.most) {
            quest.problem = givenUp(quest);
        }
    }

    private String givenUp(Quest quest) {
        List<String> causes = new ArrayList<>();
        if (quest.missed > 0) {
            causes.add(
                    String.format(
                            Locale.ROOT, "%,d of them did not meet the condition", quest.missed));
        }
        for (Enforcement law : laws) {
            if (law.rejected() > 0) {
                causes.add(
                        String.format(
                                Locale.ROOT,
                                "\"%s\" threw away %,d of %,d rows drawn so far",
                                law.rule().text(),
                                law.rejected(),
                                drawn));
            }
        }
        return String.format(
                Locale.ROOT,
                "Given up after %,d rows were made: %s.",
                quest.made,
                String.join("; ", causes));
    }

    /// All rows taken, in the order of the targets.
    private Dataset assemble(List<Quest> quests) {
        Dataset all = kept.getFirst();
        for (int i = 1; i < kept.size(); i++) {
            all = Tables.append(all, kept.get(i));
        }
        int[] owner = owners.stream().mapToInt(Integer::intValue).toArray();
        if (kept.size() > 1) {
            int[] order =
                    IntStream.range(0, owner.length)
                            .boxed()
                            .sorted(Comparator.comparingInt((Integer row) -> owner[row]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            all = all.select(order);
            Arrays.sort(owner);
        }
        return withoutExcess(quests, all, owner);
    }

    /// With fewer rows than wanted, a share of them is fewer rows too: what is then too much of a
    /// forbidden association goes.
    private Dataset withoutExcess(List<Quest> quests, Dataset all, int[] owners) {
        Dataset data = all;
        int[] owner = owners;
        boolean[] excess = excess(data);
        while (excess.length > 0) {
            boolean[] over = excess;
            for (int row = 0; row < over.length; row++) {
                if (over[row]) {
                    Quest quest = quests.get(owner[row]);
                    quest.accepted--;
                    quest.problem =
                            quest.problem.isEmpty()
                                    ? "A forbidden association was found too often in the rows"
                                            + " that could be made."
                                    : quest.problem;
                }
            }
            int[] rows = IntStream.range(0, over.length).filter(row -> !over[row]).toArray();
            int[] before = owner;
            owner = Arrays.stream(rows).map(row -> before[row]).toArray();
            data = data.select(rows);
            excess = excess(data);
        }
        return data;
    }

    private boolean[] excess(Dataset data) {
        for (Enforcement law : laws) {
            if (law.rule() instanceof Constraint.ForbiddenAssociation) {
                boolean[] broken = law.broken(data);
                if (count(broken) > 0) {
                    return broken;
                }
            }
        }
        return NONE;
    }

    private List<Synthesis.Shortfall> shortfalls(List<Quest> quests) {
        return quests.stream()
                .filter(quest -> quest.accepted < quest.target.rows())
                .map(q -> new Synthesis.Shortfall(q.target, q.accepted, q.problem))
                .toList();
    }

    private Steered steered(List<Quest> quests, Dataset data) {
        List<Steered.Reached> plan =
                quests.stream()
                        .map(
                                q ->
                                        new Steered.Reached(
                                                q.target,
                                                q.target.rows(),
                                                q.accepted,
                                                q.made,
                                                q.accepted < q.target.rows() ? q.problem : ""))
                        .toList();
        List<Steered.RuleResult> results = new ArrayList<>();
        List<RealCheck> real = RealCheck.of(rules, training, progress);
        int next = 0;
        for (int i = 0; i < rules.size(); i++) {
            String idle = idle(rules.get(i));
            results.add(
                    idle.isEmpty()
                            ? result(real.get(i), laws.get(next++), data)
                            : new Steered.RuleResult(
                                    rules.get(i).text(),
                                    rules.get(i).words(),
                                    idle,
                                    real.get(i).rows(),
                                    real.get(i).broken(),
                                    drawn,
                                    0,
                                    0,
                                    0));
        }
        return new Steered(plan, results);
    }

    private Steered.RuleResult result(RealCheck real, Enforcement law, Dataset data) {
        String how = law.mends() ? "by repair" : "by rejection";
        if (model.keeps(law.rule())) {
            how = law.rejected() > 0 ? "by construction and rejection" : "by construction";
        }
        return new Steered.RuleResult(
                law.rule().text(),
                law.rule().words(),
                how,
                real.rows(),
                real.broken(),
                drawn,
                law.repaired(),
                law.rejected(),
                count(law.broken(data)));
    }

    /// Why a rule has nothing to do; empty if it has.
    private String idle(Constraint rule) {
        List<String> absent =
                rule.columns().stream()
                        .filter(name -> !Learnable.modelled(training.schema().column(name)))
                        .toList();
        return absent.isEmpty()
                ? ""
                : "not needed, as " + String.join(", ", absent) + " is not synthesised";
    }

    private static int count(boolean[] broken) {
        int count = 0;
        for (boolean one : broken) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
