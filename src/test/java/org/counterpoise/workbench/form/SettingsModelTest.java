package org.counterpoise.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.SettingsType;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What a form amounts to, without a window.
public class SettingsModelTest {

    public enum Kind {
        PLAIN,
        VERY_FANCY
    }

    public record Example(
            @Setting(
                            label = "Gap",
                            help = "How far off is too far.",
                            min = 0,
                            max = 100,
                            unit = "points",
                            source = "founding guide")
                    double gap,
            @Setting(label = "From", min = 1) int from,
            @Setting(label = "To", min = 1) int to,
            @Setting(label = "Kind") Kind kind,
            @Setting(label = "Strict") boolean strict,
            @Setting(label = "Score", names = Setting.Names.COLUMN) String score,
            @Setting(label = "Columns", names = Setting.Names.COLUMN) List<String> columns,
            @Setting(label = "Remark") String remark) {
        public Example {
            if (from > to) {
                throw new UserProblem("From is beyond to.", "from", "Choose a smaller from.");
            }
        }
    }

    private static final Example DEFAULTS =
            new Example(10, 1, 5, Kind.PLAIN, false, "", List.of(), "");

    private final SettingsModel<Example> model =
            new SettingsModel<>(
                    SettingsType.of(DEFAULTS),
                    new NameChoices(List.of("age", "height, cm", "sex"), List.of()));

    @Test
    void aFormStartsFromTheDefaultsAndNamesTheirSource() {
        assertThat(model.value().get()).isEqualTo(DEFAULTS);
        assertThat(model.field("gap").text().get()).isEqualTo("10");
        assertThat(model.defaultNote(model.field("gap")))
                .isEqualTo("Default: 10 points (founding guide)");
        assertThat(model.changed().get()).isFalse();
    }

    @Test
    void eachTypeOfSettingGetsItsKindOfField() {
        assertThat(model.fields())
                .extracting(FieldModel::kind)
                .containsExactly(
                        FieldModel.Kind.NUMBER,
                        FieldModel.Kind.NUMBER,
                        FieldModel.Kind.NUMBER,
                        FieldModel.Kind.CHOICE,
                        FieldModel.Kind.YES_NO,
                        FieldModel.Kind.NAME,
                        FieldModel.Kind.NAMES,
                        FieldModel.Kind.TEXT);
        assertThat(model.field("kind").options()).containsExactly("plain", "very-fancy");
    }

    @Test
    void anInvalidValueIsExplainedBesideItsFieldAndNothingTypedIsLost() {
        model.field("remark").text().set("kept");
        model.field("gap").text().set("200");

        assertThat(model.valid().get()).isFalse();
        assertThat(model.field("gap").problem().get()).contains("from 0 to 100 points");
        assertThat(model.field("gap").text().get()).isEqualTo("200");
        assertThat(model.value().get().gap()).isEqualTo(10);
        assertThat(model.value().get().remark()).isEqualTo("kept");

        model.field("gap").text().set("20");
        assertThat(model.valid().get()).isTrue();
        assertThat(model.field("gap").problem().get()).isEmpty();
    }

    @Test
    void partnersMayBeChangedOneAfterTheOther() {
        model.field("from").text().set("8");
        assertThat(model.field("from").problem().get()).contains("From is beyond to");

        model.field("to").text().set("9");
        assertThat(model.valid().get()).isTrue();
        assertThat(model.value().get())
                .extracting(Example::from, Example::to)
                .containsExactly(8, 9);
    }

    @Test
    void aColumnNameMayHoldAComma() {
        model.field("columns").items().setAll("height, cm", "sex");
        assertThat(model.value().get().columns()).containsExactly("height, cm", "sex");

        SettingsType<Example> type = SettingsType.of(DEFAULTS);
        assertThat(type.fromJson(model.json())).isEqualTo(model.value().get());
    }

    @Test
    void oneFieldOrAllGoBackToTheirDefaults() {
        model.field("gap").text().set("abc");
        model.field("strict").text().set("true");
        assertThat(model.changed().get()).isTrue();

        model.reset(model.field("gap"));
        assertThat(model.valid().get()).isTrue();
        assertThat(model.value().get().strict()).isTrue();

        model.reset();
        assertThat(model.value().get()).isEqualTo(DEFAULTS);
        assertThat(model.changed().get()).isFalse();
    }

    @Test
    void settingsOfAnEarlierStepFillTheForm() {
        SettingsType<Example> type = SettingsType.of(DEFAULTS);
        Example earlier =
                new Example(2.5, 2, 3, Kind.VERY_FANCY, true, "age", List.of("sex"), "why");
        model.set(type.toJson(earlier));
        assertThat(model.value().get()).isEqualTo(earlier);
        assertThat(model.field("kind").text().get()).isEqualTo("very-fancy");
        assertThat(model.field("gap").text().get()).isEqualTo("2.5");
    }
}
