package org.counterpoise.workbench.report;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.counterpoise.workbench.shell.Jobs;
import org.counterpoise.workbench.shell.Workspace;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// The report as it will print. A page is drawn when it comes into view.
final class PagesView extends ListView<Integer> {
    private static final double WIDTH = 640;
    private static final double GAP = 20;
    /// Drawn at this many pixels per pixel shown, to stay sharp on dense screens.
    private static final double DENSITY = 1.5;

    private static final double A4 = 297.0 / 210;

    private final Jobs jobs;
    private final Workspace workspace;
    private final Map<Integer, Image> drawn = new HashMap<>();
    private @Nullable PdfPages pages;

    PagesView(Workspace workspace) {
        this.workspace = workspace;
        this.jobs = workspace.jobs();
        setId("report-pages");
        setAccessibleText("The report's pages as they will print");
        getStyleClass().add("report-pages");
        setCellFactory(_ -> new PageCell());
        setFixedCellSize(WIDTH * A4 + GAP);
    }

    /// Shows another document and closes the one before.
    void show(PdfPages newPages) {
        PdfPages before = pages;
        pages = newPages;
        drawn.clear();
        getItems().setAll(IntStream.range(0, newPages.count()).boxed().toList());
        if (before != null) {
            jobs.quietly(
                    _ -> {
                        before.close();
                        return true;
                    });
        }
    }

    private final class PageCell extends ListCell<Integer> {
        private final ImageView picture = new ImageView();

        PageCell() {
            getStyleClass().add("report-page-cell");
            picture.setPreserveRatio(true);
            picture.setSmooth(true);
            picture.fitWidthProperty()
                    .bind(
                            PagesView.this
                                    .widthProperty()
                                    .map(width -> Math.min(WIDTH, width.doubleValue() - 40)));
            StackPane sheet = new StackPane(picture);
            sheet.getStyleClass().add("report-sheet");
            sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            setGraphic(new StackPane(sheet));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Integer page, boolean empty) {
            super.updateItem(page, empty);
            getGraphic().setVisible(!empty);
            picture.setImage(null);
            if (empty || page == null) {
                return;
            }
            setAccessibleText("Page " + (page + 1));
            Image known = drawn.get(page);
            if (known == null) {
                draw(page);
            } else {
                picture.setImage(known);
            }
        }

        private void draw(int page) {
            PdfPages source = pages;
            if (source == null) {
                return;
            }
            jobs.quietly(_ -> source.draw(page, WIDTH * DENSITY))
                    .result()
                    .whenComplete(
                            (image, failure) -> {
                                if (failure != null) {
                                    workspace.tell(failure);
                                } else if (source == pages) {
                                    drawn.put(page, image);
                                    Integer shown = getItem();
                                    if (shown != null && shown == page) {
                                        picture.setImage(image);
                                    }
                                }
                            });
        }
    }
}
