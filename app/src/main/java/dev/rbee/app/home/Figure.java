package dev.rbee.app.home;

import dev.rbee.app.theme.Ui;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One number that matters, with what it is and one line more; leads to the page it comes from. JavaFX thread only. */
final class Figure extends Button {
    private final String name;
    private final Label value = Ui.label("–", "figure-value", "figure");
    private final Label unit = Ui.label("", "figure-unit");
    private final Label more = Ui.label("", "secondary");
    private final String tip;

    Figure(String id, Feather icon, String name, String tip, Runnable open) {
        this.name = name;
        this.tip = tip;
        setId("figure-" + id);
        getStyleClass().add("figure-tile");
        HBox head = new HBox(8, new FontIcon(icon), Ui.label(name, "figure-name"));
        head.getStyleClass().add("figure-head");
        HBox number = new HBox(6, value, unit);
        number.getStyleClass().add("figure-number");
        value.setMinWidth(Region.USE_PREF_SIZE);
        VBox all = new VBox(4, head, number, more);
        all.setMouseTransparent(true);
        setGraphic(all);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(new Tooltip(tip));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(e -> open.run());
    }

    void show(Glance.Number number) {
        value.setText(number.value());
        unit.setText(number.unit());
        more.setText(number.more());
        getTooltip().setText(number.more() + "\n" + tip); // a narrow card cuts the line
        setAccessibleText(name + ": " + number.value() + " " + number.unit() + ", " + number.more());
    }
}
