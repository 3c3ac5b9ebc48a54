package dev.rbee.app.table;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Plain text; where it is long its tooltip says the whole of it, since a narrow column cuts it. */
final class TextCell<R> extends TableCell<R, String> {
    private static final int SHORT = 8;

    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty ? null : item;
        setText(text);
        boolean tells = text != null && text.length() > SHORT;
        if (tells) {
            whole.setText(text);
        }
        if (tells != (getTooltip() != null)) {
            setTooltip(tells ? whole : null);
        }
    }
}
