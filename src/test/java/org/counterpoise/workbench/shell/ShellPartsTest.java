package org.counterpoise.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class ShellPartsTest {
    @TempDir private Path folder;

    @Test
    void remainingTimeIsNotClaimedTooEarly() {
        RemainingTime time = new RemainingTime();
        assertThat(time.estimate(-1, seconds(10))).isEmpty();
        assertThat(time.estimate(0.5, seconds(1) / 2)).isEmpty();
        assertThat(time.estimate(0.25, seconds(10))).contains(Duration.ofSeconds(30));
    }

    @Test
    void remainingTimeIsSaidInWords() {
        assertThat(RemainingTime.shown(Duration.ofMillis(200))).isEqualTo("1 s left");
        assertThat(RemainingTime.shown(Duration.ofSeconds(150))).isEqualTo("3 min left");
    }

    @Test
    void foldersFollowTheOperatingSystem() {
        Path home = Path.of("home");
        assertThat(Folders.of("Linux", home, Map.of()).config())
                .isEqualTo(home.resolve(".config/counterpoise"));
        assertThat(Folders.of("Linux", home, Map.of("XDG_CONFIG_HOME", "cfg")).config())
                .isEqualTo(Path.of("cfg/counterpoise"));
        assertThat(Folders.of("Mac OS X", home, Map.of()).config())
                .isEqualTo(home.resolve("Library/Application Support/Counterpoise"));
        assertThat(Folders.of("Windows 11", home, Map.of("APPDATA", "roaming")).config())
                .isEqualTo(Path.of("roaming/Counterpoise"));
    }

    @Test
    void preferencesAreRememberedAndRecentProjectsComeFirst() {
        try (UserPreferences preferences = new UserPreferences(folder)) {
            preferences.opened(Path.of("a"));
            preferences.opened(Path.of("b"));
            preferences.opened(Path.of("a"));
        }
        try (UserPreferences again = new UserPreferences(folder)) {
            assertThat(again.get().recent())
                    .containsExactly(
                            Path.of("a").toAbsolutePath().toString(),
                            Path.of("b").toAbsolutePath().toString());
        }
    }

    @Test
    void damagedPreferencesStartAfresh() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": 7, ");
        try (UserPreferences preferences = new UserPreferences(folder)) {
            assertThat(preferences.get()).isEqualTo(UserPreferences.Content.FRESH);
        }
    }

    @Test
    void commandsAreFoundByEveryWordAndTitlesCountMost() {
        Command audit =
                new Command("Audit: representation", "who is missing", "Method", icon(), () -> {});
        assertThat(audit.score("audit")).isGreaterThan(audit.score("missing"));
        assertThat(audit.score("repr who")).isPositive();
        assertThat(audit.score("audit copula")).isZero();
    }

    private static org.kordamp.ikonli.Ikon icon() {
        return BootstrapIcons.SEARCH;
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
