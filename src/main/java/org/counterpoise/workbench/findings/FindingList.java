package org.counterpoise.workbench.findings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// The list of findings, and the chips that filter it.
public final class FindingList {
    private final FindingListModel model;
    private final ListView<FindingItem> list = new ListView<>();
    private final FlowPane chips = new FlowPane();

    public FindingList(FindingListModel model) {
        this.model = model;
        list.setId("findings");
        list.getStyleClass().add("finding-list");
        list.setAccessibleText("Findings, most severe first");
        list.setItems(model.shown());
        list.setCellFactory(_ -> new FindingCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> {
                            if (item != null) {
                                model.selected().set(java.util.Optional.of(item));
                            }
                        });
        model.selected().subscribe(item -> item.ifPresent(list.getSelectionModel()::select));
        chips.getStyleClass().add("chips");
        ToggleGroup group = new ToggleGroup();
        for (FindingFilter filter : FindingFilter.values()) {
            chips.getChildren().add(chip(filter, group));
        }
    }

    private ToggleButton chip(FindingFilter filter, ToggleGroup group) {
        IntegerBinding count = model.count(filter);
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("pill");
        chip.setId("filter-" + filter.name().toLowerCase(java.util.Locale.ROOT));
        chip.textProperty().bind(Bindings.format(filter.label() + " %d", count));
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> model.filter().set(filter));
        model.filter().subscribe(now -> chip.setSelected(now == filter));
        if (filter != FindingFilter.ALL) {
            chip.disableProperty().bind(count.isEqualTo(0));
        }
        return chip;
    }

    /// The chips: all, serious, warnings, … with their counts.
    public FlowPane chips() {
        return chips;
    }

    public ListView<FindingItem> view() {
        return list;
    }
}
