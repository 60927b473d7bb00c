package org.counterpoise.workbench.generate;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.synth.Steered;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.workbench.widget.Badge;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The versions made so far, newest first: how each was made, what it could not reach, and what can
/// be done with it.
final class VersionList extends VBox {

    /// How a version can leave the program.
    enum Format {
        CSV("csv", "CSV"),
        /// Cells that a spreadsheet would take for a formula are made harmless.
        SPREADSHEET("csv", "CSV for spreadsheets"),
        PARQUET("parquet", "Parquet");

        private final String extension;
        private final String label;

        Format(String extension, String label) {
            this.extension = extension;
            this.label = label;
        }

        String extension() {
            return extension;
        }

        String label() {
            return label;
        }
    }

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final GenerateModel model;
    private final Consumer<Version> validate;
    private final BiConsumer<Version, Format> export;
    private final VBox list = new VBox();
    private final RowsPreview rows = new RowsPreview();
    private final Label rowsTitle = Texts.heading("");

    VersionList(
            GenerateModel model, Consumer<Version> validate, BiConsumer<Version, Format> export) {
        this.model = model;
        this.validate = validate;
        this.export = export;
        getStyleClass().add("card");
        list.setId("versions");
        list.getStyleClass().add("version-list");
        getChildren().addAll(Texts.heading("Versions"), list, rowsTitle, rows);
        visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(model.versions()));
        managedProperty().bind(visibleProperty());
        model.versions().addListener((ListChangeListener<Version>) _ -> fill());
        model.shown().subscribe(version -> version.ifPresent(this::show));
        fill();
    }

    private void fill() {
        list.getChildren().setAll(model.versions().stream().map(this::row).toList());
    }

    private void show(Version version) {
        rowsTitle.setText("First rows of " + version.title());
        rows.show(version.dataset());
    }

    private Node row(Version version) {
        Label summary = Texts.body(version.summary());
        VBox words = new VBox(4, summary);
        HBox.setHgrow(words, Priority.ALWAYS);
        version.data().shortfalls().forEach(s -> words.getChildren().add(shortfall(s)));
        version.data().steered().rules().forEach(r -> words.getChildren().add(obeyed(r)));
        version.data().notes().forEach(note -> words.getChildren().add(Texts.muted(note)));
        Button look =
                Buttons.plain("Show rows", () -> model.shown().set(java.util.Optional.of(version)));
        HBox row =
                new HBox(
                        new Badge(version.title(), Badge.Tone.ACCENT),
                        words,
                        look,
                        exports(version),
                        Buttons.plain("Validate", () -> validate.accept(version)));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("version-row");
        row.setAccessibleText(version.title() + ": " + version.summary());
        model.shown()
                .map(shown -> shown.map(Version::id).orElse("").equals(version.id()))
                .subscribe(chosen -> row.pseudoClassStateChanged(CHOSEN, chosen));
        return row;
    }

    private static Node obeyed(Steered.RuleResult result) {
        String cost =
                result.rejected() + result.repaired() == 0
                        ? ""
                        : "; of "
                                + NumberText.count(result.drawn())
                                + " rows made "
                                + NumberText.count(result.repaired())
                                + " were mended and "
                                + NumberText.count(result.rejected())
                                + " thrown away";
        return Texts.muted("Rule \"" + result.rule() + "\" kept " + result.how() + cost + ".");
    }

    private static Node shortfall(Synthesis.Shortfall shortfall) {
        String who =
                shortfall.target().cell().isEmpty()
                        ? "everyone"
                        : String.join(", ", shortfall.target().cell().values());
        Label words =
                Texts.body(
                        NumberText.count(shortfall.made())
                                + " of "
                                + NumberText.count(shortfall.target().rows())
                                + " rows for "
                                + who
                                + ": "
                                + shortfall.reason());
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(6, new SeverityIcon(Severity.WARNING, 14), words);
    }

    private MenuButton exports(Version version) {
        MenuButton button = new MenuButton("Export");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Export " + version.title());
        for (Format format : Format.values()) {
            MenuItem item = new MenuItem(format.label());
            item.setOnAction(_ -> export.accept(version, format));
            button.getItems().add(item);
        }
        return button;
    }
}
