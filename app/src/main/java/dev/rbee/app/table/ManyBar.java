package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Stands below a table while several rows are selected: how many, and what can be done with all of them. JavaFX thread only. */
public final class ManyBar<V> extends HBox {
    private static final Words WORDS = Words.of(ManyBar.class);

    private final LiveTable<V> table;
    private final Label count = Ui.label("", "section");
    private final Map<RowAction<V>, Button> buttons = new LinkedHashMap<>();

    /** Of that table and those of the actions that are for several. */
    public ManyBar(LiveTable<V> table, Rows<V> rows, List<RowAction<V>> actions) {
        this.table = table;
        getStyleClass().add("many-bar");
        FlowPane pane = new FlowPane(8, 8);
        for (RowAction<V> action : actions) {
            if (action.many()) {
                Button button = Ui.button(action.words(), action.icon(), () -> {
                    var _ = action.run(values());
                });
                button.setId(RowMenu.id(action));
                button.setTooltip(Ui.tip(action.tip(), action.keys()));
                buttons.put(action, button);
                pane.getChildren().add(button);
            }
        }
        count.setId("many-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(pane, Priority.ALWAYS);
        getChildren()
                .addAll(
                        count,
                        pane,
                        Ui.iconButton(
                                Feather.X,
                                WORDS.get("many.clear"),
                                () -> table.getSelectionModel().clearSelection()));
        table.chosen().addListener((ListChangeListener<Row<V>>) change -> update());
        rows.listen((changed, others) -> {
            if (isVisible()) {
                update();
            }
        });
        update();
    }

    private List<V> values() {
        return new ArrayList<>(table.chosen().stream().map(Row::now).toList());
    }

    private void update() {
        int number = table.chosen().size();
        Ui.shown(this, number > 1);
        if (number > 1) {
            List<V> values = values();
            count.setText(WORDS.get("many.count", Integer.toString(number)));
            buttons.forEach((action, button) -> {
                int able = action.of(values).size();
                button.setDisable(able == 0);
                button.setText(able == 0 || able == number ? action.words() : RowMenu.words(action, able, number));
            });
        }
    }
}
