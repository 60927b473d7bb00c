package org.counterpoise.workbench.data;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Preview;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.SniffResult;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Shows how a file reads, and lets it be corrected, before it counts.
final class ImportPanel extends VBox {
    private static final Map<String, String> SEPARATORS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "vertical bar");
    private static final Map<String, String> QUOTES =
            Map.of("\"", "double \"", "'", "single '", "", "none");
    private static final Map<String, String> DECIMALS = Map.of(".", "point", ",", "comma");
    private static final int GUESSES = 5;

    private final ImportModel model;
    private final Runnable close;
    private final VBox body = new VBox(12);
    private Frames coming = Frames.none();
    private final Button importButton = Buttons.primary("Import", this::importData);

    /// @param close called when there is nothing more to show here
    ImportPanel(ImportModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setSpacing(12);
        setId("import-panel");
        importButton.setId("import");
        importButton
                .disableProperty()
                .bind(model.reading().map(reading -> reading.result().isEmpty()));
        PageHeader header =
                new PageHeader(
                        "Import " + model.file().getFileName(),
                        Buttons.plain("Cancel", this::cancel),
                        importButton);
        header.setSubtitle("Nothing counts before you import. Correct whatever was guessed wrong.");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body);
        model.reading().subscribe(this::show);
    }

    private void show(ImportModel.Reading reading) {
        if (reading.problem().isPresent()) {
            body.getChildren().setAll(problem(reading.problem().get()));
        } else if (reading.result().isPresent()) {
            showGuess(reading.result().get(), reading.columns());
        } else {
            body.getChildren().setAll(waiting());
        }
    }

    /// One field a frame, then the rows: all are dear the first time.
    private void showGuess(SniffResult result, List<ImportModel.ColumnChoice> columns) {
        FlowPane fields = new FlowPane(12, 12);
        Card settings = new Card(fields);
        settings.setMinHeight(USE_PREF_SIZE);
        body.getChildren().setAll(settings);
        List<Runnable> pieces = new ArrayList<>();
        fields(result.options()).forEach(one -> pieces.add(() -> add(fields, one.get())));
        pieces.add(() -> add(settings, underFields(result)));
        pieces.add(() -> add(body, rows(result.preview(), columns)));
        Iterator<Runnable> left = pieces.iterator();
        coming.stop();
        coming =
                Frames.each(
                        () -> {
                            left.next().run();
                            return left.hasNext();
                        });
    }

    private static void add(Pane parent, Node child) {
        parent.getChildren().add(child);
    }

    private static Card rows(Preview preview, List<ImportModel.ColumnChoice> columns) {
        PreviewTable table = new PreviewTable(preview, columns);
        Card card = new Card(table);
        card.getStyleClass().add("flush");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node problem(UserProblem problem) {
        return new Banner(Severity.SERIOUS, problem.what(), problem.where(), problem.remedy());
    }

    private Node waiting() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(20, 20);
        HBox line = new HBox(12, turning, Texts.muted("Looking at the file …"));
        line.setAlignment(Pos.CENTER_LEFT);
        return new Card(line);
    }

    // ---- settings ---------------------------------------------------------------------------

    private List<Supplier<Node>> fields(ReadOptions options) {
        List<Supplier<Node>> fields = new ArrayList<>();
        fields.add(this::name);
        if (options.format() == ReadOptions.Format.CSV) {
            fields.add(this::encodings);
            fields.add(() -> choice("Separator", model.separator(), SEPARATORS));
            fields.add(() -> choice("Quote", model.quote(), QUOTES));
            fields.add(() -> choice("Decimal mark", model.decimal(), DECIMALS));
        }
        if (options.format() == ReadOptions.Format.EXCEL) {
            fields.add(
                    () ->
                            sized(
                                    Fields.captioned(
                                            "Sheet",
                                            Fields.text(options.sheet(), model.sheet()::set))));
        }
        fields.add(this::missingCodes);
        return fields;
    }

    private Node underFields(SniffResult result) {
        VBox box = new VBox(12);
        ReadOptions.Format format = result.options().format();
        if (format == ReadOptions.Format.CSV || format == ReadOptions.Format.EXCEL) {
            CheckBox header = new CheckBox("The first line holds the names of the columns");
            header.setId("import-header");
            header.selectedProperty().bindBidirectional(model.header());
            box.getChildren().add(header);
        }
        box.getChildren().add(guesses(result.guesses()));
        return box;
    }

    private Node name() {
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.name());
        return sized(Fields.captioned("Name of the dataset", name));
    }

    private Node missingCodes() {
        TextField missing = new TextField();
        missing.setId("missing-codes");
        missing.setPromptText("only the empty cell");
        missing.textProperty().bindBidirectional(model.missing());
        return sized(Fields.captioned("Codes that mean missing", missing));
    }

    private Node encodings() {
        ComboBox<String> box =
                Fields.choice(List.of("UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"), e -> e);
        box.valueProperty().bindBidirectional(model.encoding());
        return sized(Fields.captioned("Encoding", box));
    }

    private static Node choice(String caption, StringProperty value, Map<String, String> words) {
        ComboBox<String> box =
                Fields.choice(
                        words.keySet().stream().sorted().toList(),
                        one -> words.getOrDefault(one, one));
        box.valueProperty().bindBidirectional(value);
        return sized(Fields.captioned(caption, box));
    }

    private static VBox sized(VBox field) {
        field.setPrefWidth(176);
        return field;
    }

    private Node guesses(List<String> guesses) {
        VBox lines = new VBox(2);
        guesses.stream().limit(GUESSES).map(ImportPanel::line).forEach(lines.getChildren()::add);
        int more = guesses.size() - GUESSES;
        if (more > 0) {
            lines.getChildren()
                    .add(
                            Buttons.link(
                                    "Show " + more + " more",
                                    () ->
                                            lines.getChildren()
                                                    .setAll(
                                                            guesses.stream()
                                                                    .map(ImportPanel::line)
                                                                    .toList())));
        }
        return lines;
    }

    private static Label line(String sentence) {
        Label line = Texts.muted("·  " + sentence);
        line.getStyleClass().add("small");
        return line;
    }

    // ---- the end ----------------------------------------------------------------------------

    private void importData() {
        model.importData().thenRun(close);
    }

    private void cancel() {
        model.cancel();
        close.run();
    }
}
