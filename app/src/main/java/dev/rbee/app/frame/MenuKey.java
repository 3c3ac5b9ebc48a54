package dev.rbee.app.frame;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The key that opens the menu of what is selected: Menu, or Shift-F10. JavaFX thread only. */
public final class MenuKey {
    private MenuKey() {}

    /** Whether it was pressed. */
    public static boolean matches(KeyEvent event) {
        return !event.isShortcutDown()
                && (event.getCode() == KeyCode.CONTEXT_MENU
                        || (event.getCode() == KeyCode.F10 && event.isShiftDown() && !event.isAltDown()));
    }

    /** Where the menu belongs on the screen: under the row of that index of a table or list, at its top where that row is not shown. */
    public static Point2D place(Node list, int index) {
        return list.lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell
                        && cell.getIndex() == index
                        && !cell.isEmpty()
                        && cell.isVisible())
                .map(row -> row.localToScreen(row.getBoundsInLocal()))
                .max((a, b) -> Double.compare(a.getWidth(), b.getWidth())) // the row, not one of its cells
                .map(MenuKey::under)
                .orElseGet(() -> top(list));
    }

    private static Point2D under(Bounds row) {
        return new Point2D(row.getMinX() + 16, row.getMaxY());
    }

    private static Point2D top(Node list) {
        Bounds all = list.localToScreen(list.getBoundsInLocal());
        return new Point2D(all.getMinX() + 16, all.getMinY() + 16);
    }
}
