package org.counterpoise.workbench.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.PageHeader;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The chosen dataset: what to decide about it, and its table, columns, gaps and duplicates.
final class DatasetView extends VBox {
    /// Settings of reading that go without saying.
    private static final Set<String> QUIET = Set.of("missing", "quote", "format");

    private final DataModel model;
    private final DataGrid grid;
    private final PageHeader header;
    private final ComboBox<DataEntry> choice = Fields.choice(List.of(), DataEntry::title);
    private final DecisionCards cards;
    private final Card tables = new Card();
    private final EmptyState empty;
    private boolean choosing;

    /// @param chooseFile asks for a data file
    DatasetView(DataModel model, Runnable chooseFile) {
        this.model = model;
        this.grid = new DataGrid(model);
        this.cards = new DecisionCards(model);
        setSpacing(12);
        choice.setId("dataset-choice");
        choice.setAccessibleText("Dataset");
        choice.setOnAction(_ -> choose());
        header = new PageHeader("Data", choice, Buttons.plain("Open a data file…", chooseFile));
        empty =
                new EmptyState(
                        BootstrapIcons.TABLE,
                        "Your data will appear here",
                        "Choose a CSV, Excel, Parquet or JSON lines file, or drop it anywhere on"
                                + " this window. You see how it reads before anything counts.",
                        Buttons.primary("Open a data file…", chooseFile));
        tables.getStyleClass().add("flush");
        VBox.setVgrow(tables, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        tables.getChildren().setAll(tabs());
        model.workspace().project().subscribe(this::showProject);
        model.grid().dataset().subscribe(this::showDataset);
    }

    // ---- header -----------------------------------------------------------------------------

    private void showProject(ProjectView project) {
        choosing = true;
        choice.getItems().setAll(project.datasets());
        choice.setValue(model.workspace().selected().get().orElse(null));
        choosing = false;
        Fields.showIf(choice, project.datasets().size() > 1);
    }

    private void choose() {
        DataEntry chosen = choice.getValue();
        if (!choosing && chosen != null) {
            model.workspace().select(chosen.id());
        }
    }

    private void showDataset(Optional<Dataset> data) {
        showProject(model.workspace().project().get());
        if (data.isEmpty()) {
            header.setSubtitle("");
            getChildren().setAll(header, empty);
        } else {
            header.setSubtitle(subtitle(data.get()));
            showTables();
        }
    }

    /// The decisions now and the tables with the next frame: both are dear the first time.
    private void showTables() {
        if (!getChildren().contains(cards)) {
            getChildren().setAll(header, cards);
            Frames.next(
                    () -> {
                        if (getChildren().contains(cards)) {
                            getChildren().setAll(header, cards, tables);
                        }
                    });
        }
    }

    private String subtitle(Dataset data) {
        return data.name()
                + " · "
                + NumberText.count(data.rows())
                + " rows × "
                + NumberText.count(data.schema().size())
                + " columns · "
                + OriginColumn.words(data)
                + readAs(data);
    }

    /// How the file of this dataset was read, in a few words.
    private String readAs(Dataset data) {
        return model.workspace().project().get().steps().stream()
                .map(StepRecord::step)
                .filter(Step.ImportData.class::isInstance)
                .map(Step.ImportData.class::cast)
                .filter(step -> step.name().equals(data.name()))
                .findFirst()
                .map(
                        step ->
                                " · read from "
                                        + step.fileName()
                                        + " as "
                                        + step.options().shown().entrySet().stream()
                                                .filter(e -> !QUIET.contains(e.getKey()))
                                                .map(DatasetView::setting)
                                                .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String setting(Map.Entry<String, String> setting) {
        String value = setting.getValue();
        return switch (setting.getKey()) {
            case "encoding" -> value;
            case "separator" -> value.equals(",") ? "comma" : value;
            case "decimal mark" -> value.equals(".") ? "decimal point" : "decimal comma";
            default -> setting.getKey() + " " + value;
        };
    }

    // ---- tabs -------------------------------------------------------------------------------

    private Node[] tabs() {
        StackPane content = new StackPane();
        content.setMinHeight(220);
        VBox.setVgrow(content, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        GridBar gridBar = new GridBar(model, grid);
        FlowPane pills = new FlowPane(8, 8);
        pills.getChildren()
                .addAll(
                        tab("Table", group, content, grid),
                        molecules(group, content),
                        tab("Columns", group, content, new ColumnsTable(model)),
                        tab("Missing pattern", group, content, Gaps.missing(model)),
                        tab("Duplicates", group, content, Gaps.duplicates(model)));
        gridBar.visibleProperty()
                .bind(group.selectedToggleProperty().isEqualTo(group.getToggles().getFirst()));
        pills.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(pills, Priority.ALWAYS);
        HBox bar = new HBox(8, pills, gridBar);
        bar.getStyleClass().add("grid-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        group.getToggles().getFirst().setSelected(true);
        return new Node[] {bar, content};
    }

    /// The structures, where a column holds molecules; a structure leads to its row of the table.
    private ToggleButton molecules(ToggleGroup group, StackPane content) {
        ToggleButton tab =
                tab("Molecules", group, content, new MoleculesTab(model, row -> open(group, row)));
        model.grid()
                .dataset()
                .subscribe(
                        data -> {
                            boolean any = data.flatMap(MoleculesTab::column).isPresent();
                            Fields.showIf(tab, any);
                            if (!any && tab.isSelected()) {
                                group.getToggles().getFirst().setSelected(true);
                            }
                        });
        return tab;
    }

    private void open(ToggleGroup group, int row) {
        group.getToggles().getFirst().setSelected(true);
        grid.showRow(row);
    }

    private static ToggleButton tab(String title, ToggleGroup group, StackPane content, Node view) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().add("pill");
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> tab.setSelected(true));
        tab.selectedProperty()
                .subscribe(
                        selected -> {
                            if (selected) {
                                content.getChildren().setAll(view);
                            }
                        });
        return tab;
    }

    /// Brings a column of the table into view.
    void scrollTo(String column) {
        for (TableColumn<Integer, ?> one : grid.getColumns()) {
            if (column.equals(one.getId())) {
                grid.scrollToColumn(one);
            }
        }
    }
}
