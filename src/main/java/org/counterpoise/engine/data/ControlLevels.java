package org.counterpoise.engine.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which words in a control column mean a positive control, a negative control and a sample.
///
/// @param positive the word for positive controls; empty to go by the usual words
/// @param negative the word for negative controls; empty to go by the usual words
/// @param samples the words for samples; empty to go by the usual words
public record ControlLevels(String positive, String negative, List<String> samples) {
    /// Goes by the usual words.
    public static final ControlLevels USUAL = new ControlLevels("", "", List.of());

    private static final Pattern POSITIVE =
            Pattern.compile("(positive|pos|pc|p|high|max)([ _-]?(control|ctrl))?");
    private static final Pattern NEGATIVE =
            Pattern.compile(
                    "(negative|neg|nc|n|low|min|dmso|vehicle|blank|untreated|mock)"
                            + "([ _-]?(control|ctrl))?");
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "(sample|compound|cmpd|test|treatment|treated|drug|unknown|s|x|none)s?");

    public ControlLevels {
        samples = List.copyOf(samples);
    }

    /// What a well holds.
    public enum Kind {
        SAMPLE,
        POSITIVE,
        NEGATIVE,
        /// Some other control, or an empty well: neither a sample nor used to judge the assay.
        OTHER
    }

    /// @param word as it stands in the control column; empty where missing, which means a sample
    public Kind kind(String word) {
        if (word.isEmpty() || samples.contains(word)) {
            return Kind.SAMPLE;
        } else if (!positive.isEmpty() && word.equals(positive)) {
            return Kind.POSITIVE;
        } else if (!negative.isEmpty() && word.equals(negative)) {
            return Kind.NEGATIVE;
        }
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (positive.isEmpty() && POSITIVE.matcher(plain).matches()) {
            return Kind.POSITIVE;
        } else if (negative.isEmpty() && NEGATIVE.matcher(plain).matches()) {
            return Kind.NEGATIVE;
        }
        return samples.isEmpty() && SAMPLE.matcher(plain).matches() ? Kind.SAMPLE : Kind.OTHER;
    }
}
