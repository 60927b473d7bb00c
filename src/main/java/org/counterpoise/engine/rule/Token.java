package org.counterpoise.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a rule's text.
///
/// @param text without its quotes
/// @param from position of its first character
/// @param to position after its last
record Token(Kind kind, String text, int from, int to) {
    enum Kind {
        WORD,
        QUOTED,
        NUMBER,
        DATE,
        SYMBOL,
        UNCLOSED,
        END
    }

    private static final Pattern PIECE =
            Pattern.compile(
                    "\\s*(?:(?<date>\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+)?)"
                            + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\p{L}\\p{N}_]))"
                            + "|(?<word>[\\p{L}_\\d][\\p{L}\\p{N}_.]*)"
                            + "|\"(?<quoted>(?:[^\"]|\"\")*)\"(?!\")"
                            + "|(?<unclosed>\".*)"
                            + "|(?<symbol><=|>=|!=|≤|≥|≠|.))",
                    Pattern.DOTALL);

    /// The pieces of a text, the last of kind END.
    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = text.stripTrailing().length();
        int at = 0;
        while (at < end && matcher.find(at)) {
            tokens.add(of(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private static Token of(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            String group = kind.name().toLowerCase(Locale.ROOT);
            if (kind != Kind.END && matcher.group(group) != null) {
                boolean quoted = kind == Kind.QUOTED;
                String text = matcher.group(group);
                return new Token(
                        kind,
                        quoted ? text.replace("\"\"", "\"") : normal(kind, text),
                        matcher.start(group) - (quoted ? 1 : 0),
                        matcher.end());
            }
        }
        throw new IllegalStateException("no piece at " + matcher.start());
    }

    private static String normal(Kind kind, String text) {
        if (kind != Kind.SYMBOL) {
            return text;
        }
        return switch (text) {
            case "≤" -> "<=";
            case "≥" -> ">=";
            case "≠" -> "!=";
            case "×", "·" -> "*";
            default -> text;
        };
    }

    boolean word(String wanted) {
        return kind == Kind.WORD && text.equalsIgnoreCase(wanted);
    }

    boolean symbol(String wanted) {
        return kind == Kind.SYMBOL && text.equals(wanted);
    }

    /// As it is quoted in a message.
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
