package org.counterpoise.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.widget.ChartView;
import org.junit.jupiter.api.Test;

/// Molecules drawn beside the cell on which the pointer rests.
class StructureTipTest extends GuiTest {

    @Test
    void aMoleculeIsDrawnAndWordsAreAnsweredPlainly() {
        StructureTip tip = onFx(() -> new StructureTip(workspace));
        Node cell = onFx(() -> lookup(".top-bar").query());
        rest(tip, cell, "CC(=O)Oc1ccccc1C(=O)O");
        await("the structure shows", () -> tip.tip().isShowing());
        assertThat(onFx(() -> tip.tip().getGraphic())).isInstanceOf(ChartView.class);
        assertThat(onFx(() -> tip.tip().getText())).isEqualTo("CC(=O)Oc1ccccc1C(=O)O");
        onFx(
                () -> {
                    tip.leave();
                    return true;
                });
        assertThat(onFx(() -> tip.tip().isShowing())).isFalse();
        rest(tip, cell, "C1CC");
        await("the answer shows", () -> tip.tip().isShowing());
        assertThat(onFx(() -> tip.tip().getText())).isEqualTo("C1CC is no SMILES.");
        onFx(
                () -> {
                    tip.leave();
                    return true;
                });
    }

    private static void rest(StructureTip tip, Node cell, String smiles) {
        onFx(
                () -> {
                    tip.rest(cell, smiles);
                    return true;
                });
    }
}
