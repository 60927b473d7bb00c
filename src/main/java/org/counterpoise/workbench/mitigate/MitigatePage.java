package org.counterpoise.workbench.mitigate;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A correction tried on the chosen dataset: before and after, what becomes of the hits, and the
/// button that makes it a step.
public final class MitigatePage implements StepPage {
    static final String ID = "mitigate";

    private final Workspace workspace;
    private final PlateModel model;
    private final PageHeader header;
    private final ComboBox<PlateMethod> method = new ComboBox<>();
    private final StackPane body = new StackPane();
    private final VBox page = new VBox();
    private final VBox parts;
    private final VBox inspector = new VBox();
    private final PlateView view;
    private final StackPane warning = new StackPane();
    private final EvidenceTable plates;
    private final EvidenceTable methods;
    private final EvidenceTable hits;
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);
    private boolean showing;

    MitigatePage(Workspace workspace) {
        this.workspace = workspace;
        this.model = new PlateModel(workspace);
        this.view = new PlateView(model, workspace);
        this.plates = new EvidenceTable(workspace);
        this.methods = new EvidenceTable(workspace);
        this.hits = new EvidenceTable(workspace);
        hits.setId("plate-hits");
        methods.setId("plate-methods");
        Button correct = Buttons.primary("Correct the readouts", model::correct);
        correct.setId("correct");
        this.header = new PageHeader("Mitigate", correct);
        warning.managedProperty().bind(warning.visibleProperty());
        this.parts =
                Parts.column(
                        12,
                        List.of(
                                Card.of("Correction", methodChoice(), warning),
                                view,
                                Card.of("Plates and their controls", qualityWords(), plates),
                                Card.of("Hits under each correction", methods),
                                Card.of("Hits that stay, appear and vanish", hits)));
        page.getStyleClass().add("page");
        page.getChildren().addAll(header, body);
        inspector.getStyleClass().add("inspector-content");
        inspector
                .getChildren()
                .addAll(
                        Texts.heading("Correction"),
                        new SettingsForm(model.settings()),
                        Texts.heading("Hits"),
                        new SettingsForm(model.rule()));
        model.told()
                .subscribe(
                        _ -> {
                            correct.setDisable(!model.ready());
                            correct.setVisible(model.study().isPresent());
                            arrange();
                        });
        model.settings().valid().subscribe(_ -> correct.setDisable(!model.ready()));
        workspace.page().subscribe(id -> model.inView(id.equals(ID)));
        workspace.project().subscribe(_ -> railState.set(model.railState()));
        workspace
                .selected()
                .subscribe(
                        _ -> {
                            railState.set(model.railState());
                            arrange();
                        });
    }

    private static Node qualityWords() {
        return Texts.muted(
                "Z′ from 0.5 is called excellent, below 0 the controls overlap. Intervals are 95%,"
                        + " for normal readouts: SSMD by its large-sample variance, Z′ and the"
                        + " signal window by the delta method.");
    }

    private ComboBox<PlateMethod> methodChoice() {
        method.setId("plate-method");
        method.setAccessibleText("Correction");
        method.setMaxWidth(Double.MAX_VALUE);
        method.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable PlateMethod value) {
                        return value == null ? "" : Texts.sentence(value.label());
                    }

                    @Override
                    public PlateMethod fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        method.setOnAction(
                _ -> {
                    if (!showing && method.getValue() != null) {
                        model.correctBy(method.getValue());
                    }
                });
        return method;
    }

    // ---- what is shown ----------------------------------------------------------------------

    private void arrange() {
        Optional<PlateStudy> study = model.study();
        Optional<UserProblem> problem = model.told().get().flatMap(PlateModel.Told::problem);
        header.setSubtitle(study.map(this::summary).orElse(""));
        if (workspace.selected().get().isEmpty()) {
            body.getChildren()
                    .setAll(
                            empty(
                                    "Corrections will appear here",
                                    "Open a data file first. Plates of wells can be corrected for"
                                            + " the place of each well."));
        } else if (model.missing().isPresent()) {
            body.getChildren()
                    .setAll(
                            empty(
                                    "Nothing here to correct yet",
                                    "Plates of wells can be corrected for the place of each well. "
                                            + model.missing().get()));
        } else if (problem.isPresent()) {
            UserProblem told = problem.get();
            body.getChildren()
                    .setAll(new Banner(Severity.WARNING, told.what(), told.where(), told.remedy()));
        } else if (study.isEmpty()) {
            ProgressIndicator busy = new ProgressIndicator();
            busy.setMaxSize(40, 40);
            body.getChildren().setAll(busy);
        } else {
            show(study.get());
            body.getChildren().setAll(parts);
        }
    }

    private EmptyState empty(String headline, String explanation) {
        return new EmptyState(
                icon(),
                headline,
                explanation,
                Buttons.primary("Go to Data", () -> workspace.show("data")));
    }

    private String summary(PlateStudy study) {
        String model =
                switch (study.looked().model()) {
                    case ADDITIVE -> ", and adds to the readouts";
                    case MULTIPLICATIVE -> ", and multiplies the readouts";
                    case UNDECIDED -> ", by adding or multiplying";
                    case NONE -> "";
                };
        int biased = study.looked().biasedPlates();
        return NumberText.count(study.looks().size())
                + (study.looks().size() == 1 ? " plate of " : " plates of ")
                + study.screen().rows()
                + " × "
                + study.screen().columns()
                + " wells · "
                + (study.looked().model() == ModelChoice.Model.NONE
                        ? "no biased row or column"
                        : "bias on " + biased + model);
    }

    private void show(PlateStudy study) {
        showing = true;
        method.getItems().setAll(model.methods());
        method.setValue(study.method());
        showing = false;
        List<String> said = study.method().warning().stream().toList();
        warning.setVisible(!said.isEmpty());
        warning.getChildren()
                .setAll(
                        said.stream()
                                .map(words -> new Banner(Severity.WARNING, words, "", ""))
                                .toList());
        plates.show(PlateTables.plates(study));
        methods.show(PlateTables.methods(study));
        hits.show(PlateTables.hits(study));
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Mitigate";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.SLIDERS;
    }

    @Override
    public Node view() {
        return page;
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(inspector);
    }

    @Override
    public ObservableValue<RailState> railState() {
        return railState;
    }

    @Override
    public void shown() {
        model.inView(true);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "Correct readouts for their place on the plate",
                        "Plate correction",
                        "Method",
                        icon(),
                        () -> workspace.show(ID)));
    }

    @Override
    public Set<Remedy.Action> remedies() {
        return Set.of(Remedy.Action.MITIGATE);
    }
}
