package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of a table, or the line above a group of rows, which a click folds away and back. */
final class GroupTableRow<V> extends TableRow<Row<V>> {
    private static final Words WORDS = Words.of(GroupTableRow.class);

    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final Label head = Ui.label("", "group-head");
    private final InvalidationListener changed = property -> say();
    private @Nullable GroupRow<V> group;

    GroupTableRow(Consumer<GroupRow<V>> fold) {
        head.setGraphic(arrow);
        head.setManaged(false);
        head.setMouseTransparent(true);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            GroupRow<V> one = group;
            if (one != null) {
                event.consume();
                if (event.getButton() == MouseButton.PRIMARY) {
                    fold.accept(one);
                }
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row<V> item, boolean empty) {
        super.updateItem(item, empty);
        GroupRow<V> now = !empty && item instanceof GroupRow<V> one ? one : null;
        GroupRow<V> old = group;
        if (now != old) {
            if (old != null) {
                old.members().removeListener(changed);
                old.closed().removeListener(changed);
                getStyleClass().remove("group");
            }
            group = now;
            if (now != null) {
                now.members().addListener(changed);
                now.closed().addListener(changed);
                getStyleClass().add("group");
            }
            requestLayout();
        }
        say();
    }

    private void say() {
        GroupRow<V> now = group;
        if (now == null) {
            setAccessibleText(null);
            return;
        }
        boolean closed = now.closed().get();
        head.setText(WORDS.get(
                "group.head", now.kind().words(), Integer.toString(now.members().get())));
        arrow.setIconCode(closed ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        setAccessibleText(WORDS.get(closed ? "group.closed" : "group.open", head.getText()));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double w, double h) {
                super.layoutChildren(x, y, w, h);
                boolean grouped = group != null;
                getChildren().forEach(child -> child.setVisible(!grouped || head.equals(child)));
                if (grouped) {
                    if (head.getParent() == null) {
                        getChildren().add(head);
                    }
                    head.resizeRelocate(x, y, w, h);
                } else if (head.getParent() != null) {
                    getChildren().remove(head);
                }
            }
        };
    }
}
