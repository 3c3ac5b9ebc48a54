package dev.rbee.app.frame;

import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The navigation: an icon and a word for each page, icons only where it is narrow; the last one at the bottom. */
public final class Rail extends VBox {
    private final List<ToggleButton> buttons = new ArrayList<>();

    Rail(List<Page> pages, IntConsumer open) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        StackPane brand = new StackPane(Marks.bee(34));
        brand.getStyleClass().add("brand");
        getChildren().add(brand);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            int index = i;
            ToggleButton button = new ToggleButton(page.name(), new FontIcon(page.icon()));
            button.setId("nav-" + page.key());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setAccessibleText(page.name());
            button.setTooltip(Ui.tip(page.name(), Keys.page(i)));
            button.setOnAction(e -> open.accept(index));
            buttons.add(button);
            if (i == pages.size() - 1) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                getChildren().add(gap);
            }
            getChildren().add(button);
        }
    }

    /** Marks the page that is open. */
    void select(int index) {
        buttons.get(index).setSelected(true);
    }

    /** Icons only. */
    void narrow(boolean narrow) {
        if (narrow == getStyleClass().contains("narrow")) {
            return;
        }
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        buttons.forEach(button -> button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
    }
}
