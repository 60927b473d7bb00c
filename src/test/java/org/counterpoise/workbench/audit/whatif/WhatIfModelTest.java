package org.counterpoise.workbench.audit.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.explain.ExplainAudit;
import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.junit.jupiter.api.Test;

import java.util.Map;

class WhatIfModelTest {
    private final WhatIfModel whatIf =
            new WhatIfModel(
                    RowModel.of(table(), new ExplainAudit().defaults(), 1, Progress.NONE), 1);

    /// Of women 3 in 4 are ill, of men 1 in 4, whatever their age.
    private static Dataset table() {
        String[][] cells = new String[400][];
        for (int i = 0; i < cells.length; i++) {
            boolean woman = i % 2 == 0;
            boolean ill = i / 2 % 4 == 0 ^ woman;
            cells[i] =
                    new String[] {
                        Integer.toString(20 + i / 8), woman ? "F" : "M", ill ? "yes" : "no"
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"age", "sex", "ill"}, cells);
        return CsvTable.roles(CsvTable.roles(data, Role.PROTECTED, "sex"), Role.OUTCOME, "ill");
    }

    private WhatIfCell age() {
        return whatIf.cells().get(0);
    }

    private WhatIfCell sex() {
        return whatIf.cells().get(1);
    }

    @Test
    void theOtherSexIsAskedAbout() {
        sex().text().set("F");
        assertThat(whatIf.wanted().get()).isEqualTo(new WhatIfModel.Wanted(1, Map.of("sex", "F")));
        WhatIfModel.Answers answers = whatIf.ask(whatIf.wanted().get());
        assertThat(answers.before().value()).isCloseTo(0.25, within(0.1));
        assertThat(answers.now().value()).isCloseTo(0.75, within(0.1));
        assertThat(answers.now().shap()[1]).isGreaterThan(0);
        assertThat(answers.before().shap()[1]).isLessThan(0);
    }

    @Test
    void whatCannotBeReadIsNotAsked() {
        WhatIfModel.Wanted before = whatIf.wanted().get();
        age().text().set("old");
        assertThat(age().problem().get()).contains("\"old\" is not a value of \"age\"");
        assertThat(whatIf.readable().get()).isFalse();
        assertThat(whatIf.wanted().get()).isEqualTo(before);
        age().text().set(" 33 ");
        assertThat(whatIf.readable().get()).isTrue();
        assertThat(whatIf.wanted().get().changes()).isEqualTo(Map.of("age", "33"));
        age().text().set("90");
        assertThat(age().caution().get()).contains("from 20 to 69 only");
    }

    @Test
    void aCellAndTheRowGoBackToWhatTheyWere() {
        age().text().set("");
        sex().text().set("F");
        assertThat(whatIf.wanted().get().changes()).isEqualTo(Map.of("age", "", "sex", "F"));
        age().undo();
        assertThat(whatIf.wanted().get().changes()).isEqualTo(Map.of("sex", "F"));
        whatIf.reset();
        assertThat(whatIf.changed().get()).isFalse();
        assertThat(whatIf.wanted().get().changes()).isEmpty();
    }

    @Test
    void changesGoWithTheirRow() {
        sex().text().set("F");
        whatIf.go(2);
        assertThat(sex().text().get()).isEqualTo("F");
        assertThat(whatIf.changed().get()).isFalse();
        whatIf.change(Map.of("sex", "M"));
        assertThat(whatIf.wanted().get()).isEqualTo(new WhatIfModel.Wanted(2, Map.of("sex", "M")));
        whatIf.go(100_000);
        assertThat(whatIf.row().get()).isEqualTo(399);
    }

    @Test
    void theTextTellsBothAnswersAndTheCells() {
        sex().text().set("F");
        String text = new WhatIfText(whatIf.model()).whole("t", whatIf.ask(whatIf.wanted().get()));
        assertThat(text)
                .startsWith("What if, row 2 of t\nprobability of ill as it is\t0.")
                .contains("probability of ill with sex = F\t0.", "\nsex\tM\tF\t");
    }
}
