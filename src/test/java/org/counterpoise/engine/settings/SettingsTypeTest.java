package org.counterpoise.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// One declaration gives reading, writing and checking of a method's settings.
class SettingsTypeTest {

    enum Shape {
        LOG_NORMAL,
        GAMMA
    }

    record Example(
            @Setting(label = "Neighbours", min = 1, max = 50) int neighbours,
            @Setting(label = "Share", min = 0, max = 1) double share,
            @Setting(label = "Robust") boolean robust,
            @Setting(label = "Shape") Shape shape,
            @Setting(label = "Columns", names = Setting.Names.COLUMN) List<String> columns,
            @Setting(label = "Seed") long seed,
            @Setting(label = "Title") String title) {}

    record Unmarked(int forgotten) {}

    private static final Example DEFAULTS =
            new Example(5, 0.25, true, Shape.GAMMA, List.of(), 1L << 60, "");
    private static final SettingsType<Example> TYPE = SettingsType.of(DEFAULTS);

    @Test
    void everySettingReadsBackFromItsText() {
        Example changed = DEFAULTS;
        changed = TYPE.with(changed, "neighbours", " 7 ");
        changed = TYPE.with(changed, "share", "0.5");
        changed = TYPE.with(changed, "robust", "no");
        changed = TYPE.with(changed, "shape", "log-normal");
        changed = TYPE.with(changed, "columns", "age, sex");
        changed = TYPE.with(changed, "title", "x = y");
        assertThat(changed)
                .isEqualTo(
                        new Example(
                                7,
                                0.5,
                                false,
                                Shape.LOG_NORMAL,
                                List.of("age", "sex"),
                                1L << 60,
                                "x = y"));
        Example copy = DEFAULTS;
        for (SettingsType.Field field : TYPE.fields()) {
            copy = TYPE.with(copy, field.name(), TYPE.text(changed, field.name()));
        }
        assertThat(copy).isEqualTo(changed);
    }

    @Test
    void jsonReadsBackAndAbsentMembersKeepTheirDefault() {
        Example changed = TYPE.with(DEFAULTS, "columns", "a,b");
        assertThat(TYPE.fromJson(TYPE.toJson(changed))).isEqualTo(changed);
        ObjectNode some = JsonNodeFactory.instance.objectNode().put("neighbours", 9);
        assertThat(TYPE.fromJson(some)).isEqualTo(TYPE.with(DEFAULTS, "neighbours", "9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neighbours | 0     | from 1 to 50",
                "neighbours | 1.5   | whole number",
                "share      | NaN   | from 0 to 1",
                "share      | half  | Use a number",
                "robust     | maybe | true or false",
                "shape      | beta  | log-normal, gamma"
            })
    void aValueOutOfPlaceIsToldWithWhatIsAllowed(String name, String text, String remedy) {
        assertThatThrownBy(() -> TYPE.with(DEFAULTS, name, text))
                .isInstanceOfSatisfying(
                        UserProblem.class,
                        problem -> {
                            assertThat(problem.what()).contains(text);
                            assertThat(problem.where()).isEqualTo("setting " + name);
                            assertThat(problem.remedy()).contains(remedy);
                        });
    }

    @Test
    void anUnknownSettingIsToldWithThoseThatExist() {
        assertThatThrownBy(() -> TYPE.with(DEFAULTS, "k", "1"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("neighbours, share");
    }

    @Test
    void aComponentWithoutItsDescriptionIsABug() {
        assertThatThrownBy(() -> SettingsType.of(new Unmarked(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forgotten");
    }
}
