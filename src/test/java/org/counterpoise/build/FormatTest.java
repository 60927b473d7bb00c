package org.counterpoise.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every Java file is formatted by google-java-format in its AOSP style.
///
/// The formatter parses with the compiler of the JVM it runs in. Maven's own may be 17, which
/// cannot read Java 25, so it runs here, in the tests' JVM. To format the tree:
/// `mvn -q test -Dtest=FormatTest -Dcounterpoise.format=write`
class FormatTest {
    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(Style.AOSP).formatJavadoc(false).build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        boolean write = "write".equals(System.getProperty("counterpoise.format"));
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> unformatted =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !isFormatted(file, write))
                            .toList();
            assertThat(write ? List.of() : unformatted)
                    .as("mvn -q test -Dtest=FormatTest -Dcounterpoise.format=write formats these")
                    .isEmpty();
        }
    }

    /// The formatter takes `///` for an ordinary comment and would break the line in the wrong way.
    private static boolean isLongJavadoc(String line) {
        return line.length() > 100 && line.stripLeading().startsWith("///");
    }

    private boolean isFormatted(Path file, boolean write) {
        try {
            String source = Files.readString(file);
            if (source.lines().anyMatch(FormatTest::isLongJavadoc)) {
                throw new AssertionError(file + ": break the /// lines of more than 100 columns");
            }
            String formatted =
                    formatter.formatSource(
                            ImportOrderer.reorderImports(
                                    RemoveUnusedImports.removeUnusedImports(source), Style.AOSP));
            if (write && !source.equals(formatted)) {
                Files.writeString(file, formatted);
            }
            return source.equals(formatted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }
}
