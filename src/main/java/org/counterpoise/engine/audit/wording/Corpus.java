package org.counterpoise.engine.audit.wording;

import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The texts of one source.
///
/// @param lengths words of each text that has any
/// @param readability of each of these texts
/// @param firstWords how many texts begin with a word
/// @param textsWith how many texts have a word
/// @param blocks how often each word occurs, in [#BLOCKS] parts of the texts, dealt in turn
record Corpus(
        String name,
        double[] lengths,
        double[] readability,
        Map<String, Integer> firstWords,
        Map<String, Integer> textsWith,
        List<Map<String, Integer>> blocks) {
    static final int BLOCKS = 20;

    static Corpus of(String name, List<String> texts, Progress progress) {
        List<Words> all = new ArrayList<>();
        Map<String, Integer> firstWords = new HashMap<>();
        Map<String, Integer> textsWith = new HashMap<>();
        List<Map<String, Integer>> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            blocks.add(new HashMap<>());
        }
        for (String text : texts) {
            progress.check();
            Words words = Words.of(text);
            if (!words.words().isEmpty()) {
                Map<String, Integer> block = blocks.get(all.size() % BLOCKS);
                words.words().forEach(word -> block.merge(word, 1, Integer::sum));
                new HashSet<>(words.words())
                        .forEach(word -> textsWith.merge(word, 1, Integer::sum));
                firstWords.merge(words.words().getFirst(), 1, Integer::sum);
                all.add(words);
            }
        }
        return new Corpus(
                name,
                all.stream().mapToDouble(w -> w.words().size()).toArray(),
                all.stream().mapToDouble(Words::readability).toArray(),
                firstWords,
                textsWith,
                blocks);
    }

    int texts() {
        return lengths.length;
    }

    /// How often each word occurs in all blocks but one; −1 leaves out none.
    Map<String, Integer> counts(int without) {
        Map<String, Integer> counts = new HashMap<>();
        for (int b = 0; b < blocks.size(); b++) {
            if (b != without) {
                blocks.get(b).forEach((word, count) -> counts.merge(word, count, Integer::sum));
            }
        }
        return counts;
    }
}
