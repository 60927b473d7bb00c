package org.counterpoise.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How long work tells its caller where it is, and learns that it should stop.
///
/// Engine code calls [#check()] in its loops (at least every few milliseconds of work) and
/// [#report(double, String)] when a phrase or a fraction changes. Implementations must be safe to
/// call from several threads.
public interface Progress {

    /// Reports nothing and never cancels.
    Progress NONE =
            new Progress() {
                @Override
                public void report(double fraction, String phrase) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// @param fraction work done so far, 0 to 1
    /// @param phrase what is being done now, for people, without a full stop
    void report(double fraction, String phrase);

    /// Whether the user has asked for the work to stop.
    boolean cancelled();

    /// @throws CancelledException if the user has asked for the work to stop
    default void check() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }

    /// A view of this progress for a part of the work, whose 0 to 1 is `from` to `to` here.
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String phrase) {
                whole.report(from + Math.clamp(fraction, 0, 1) * (to - from), phrase);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /// Views for parts of the work that run side by side; the whole is as far as they are on
    /// average.
    default List<Progress> sideBySide(int parts) {
        Progress whole = this;
        double[] fractions = new double[parts];
        List<Progress> views = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int part = i;
            views.add(
                    new Progress() {
                        @Override
                        public void report(double fraction, String phrase) {
                            synchronized (fractions) {
                                double own = Math.clamp(fraction, 0, 1);
                                fractions[part] = Math.max(fractions[part], own);
                                double mean = Arrays.stream(fractions).average().orElse(0);
                                whole.report(mean, phrase);
                            }
                        }

                        @Override
                        public boolean cancelled() {
                            return whole.cancelled();
                        }
                    });
        }
        return views;
    }

    /// This progress without its reports, for work that runs side by side with other work but can
    /// be stopped with it.
    default Progress silent() {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String phrase) {}

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
