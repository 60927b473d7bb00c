package org.counterpoise.workbench.audit.pairs;

import org.counterpoise.engine.audit.agreement.PairDensity;
import org.counterpoise.engine.finding.Figure.Agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is in view as a figure that can be exported: marks, or rectangles with counts.
record PairsFigure(PairsModel model) {

    Agreement figure() {
        return model.density().get() ? rectangles() : marks();
    }

    private String title() {
        return "Differences of " + model.cloud().rows().title() + " against the mean";
    }

    /// Told of each pair in view, where it is shown.
    private interface Each {
        void of(double x, double y, int group);
    }

    private void visit(Each each) {
        PairGrid grid = model.cloud().grid();
        byte[] codes = model.codes();
        model.cloud()
                .visit(
                        model.window().get(),
                        model.shown(),
                        place -> {
                            int point = grid.point(place);
                            each.of(
                                    model.shown().x(grid.x(place), point),
                                    model.shown().y(grid.y(place), point),
                                    codes == null ? 0 : codes[place]);
                        });
    }

    private double[] window() {
        Window window = model.window().get();
        return new double[] {window.left(), window.right(), window.bottom(), window.top()};
    }

    private Agreement rectangles() {
        PairDensity density = new PairDensity(window(), model.names().size());
        boolean[] others = new boolean[1];
        visit(
                (x, y, group) -> {
                    density.add(x, y, group);
                    others[0] |= group == model.names().size() - 1;
                });
        return density.figure(
                title(),
                "Each rectangle is inked by how many pairs lie in it; lines are the bias and the"
                        + " limits of agreement. Beside, the distribution of the differences.",
                model.cloud().rows().meanLabel(),
                model.cloud().rows().differenceLabel(),
                model.cloud().rows().lines(),
                names(others[0]));
    }

    private Agreement marks() {
        List<double[]> points = new ArrayList<>();
        visit((x, y, group) -> points.add(new double[] {x, y, group}));
        int last = model.names().size() - 1;
        int[] counts = new int[points.size()];
        Arrays.fill(counts, 1);
        return new Agreement(
                title(),
                "Each mark is a pair; lines are the bias and the limits of agreement. Beside, the"
                        + " distribution of the differences.",
                model.cloud().rows().meanLabel(),
                model.cloud().rows().differenceLabel(),
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray(),
                model.cloud().rows().lines(),
                Optional.of(
                        new Agreement.Crowd(
                                counts,
                                0,
                                0,
                                points.stream().mapToInt(p -> (int) p[2]).toArray(),
                                names(points.stream().anyMatch(p -> p[2] == last)),
                                window())));
    }

    /// Names of the groups, with that of pairs of none only if there are such.
    private List<String> names(boolean others) {
        List<String> names = model.names();
        return others || names.size() == 1 ? names : names.subList(0, names.size() - 1);
    }
}
