package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class QuickLookTest {
    static List<Validator<?>> validators() {
        return Validations.validators();
    }

    @ParameterizedTest
    @MethodSource("validators")
    <S extends Record> void capsOnlyWhatCostsTime(Validator<S> validator) {
        S full = validator.defaults();
        S quick = QuickLook.of(validator, full);
        var type = validator.settings();
        Set<String> changed =
                type.fields().stream()
                        .map(field -> field.name())
                        .filter(name -> !type.get(full, name).equals(type.get(quick, name)))
                        .collect(Collectors.toSet());
        assertThat(changed).isEqualTo(validator.quick().keySet());
        assertThat(QuickLook.is(validator, quick)).isTrue();
        assertThat(QuickLook.is(validator, full)).isEqualTo(changed.isEmpty());
        assertThat(QuickLook.undone(validator, quick)).isEqualTo(full);
    }

    @ParameterizedTest
    @MethodSource("validators")
    <S extends Record> void thresholdsOfTheUserStay(Validator<S> validator) {
        var type = validator.settings();
        if (type.fields().stream().noneMatch(field -> field.name().equals("confidence"))) {
            return;
        }
        S own = type.with(validator.defaults(), "confidence", "0.8");
        assertThat(type.get(QuickLook.of(validator, own), "confidence")).isEqualTo(0.8);
        assertThat(QuickLook.undone(validator, QuickLook.of(validator, own))).isEqualTo(own);
    }
}
