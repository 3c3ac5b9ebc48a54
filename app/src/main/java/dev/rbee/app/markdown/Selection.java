package dev.rbee.app.markdown;

import dev.rbee.app.theme.Ui;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets the texts below one node be selected with the mouse, over several of them, and copied: a double click takes a word, a triple click
 * a paragraph. JavaFX thread only.
 */
final class Selection {
    private static final dev.rbee.app.words.Words WORDS = dev.rbee.app.words.Words.of(Selection.class);
    private static @Nullable Selection last;

    private final Parent root;
    private List<Words> texts = List.of();
    private @Nullable Spot anchor;
    private @Nullable Spot head;

    Selection(Parent root) {
        this.root = root;
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        root.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (last != null && last != this) {
            last.clear();
        }
        last = this;
        root.requestFocus();
        texts = below(root, new ArrayList<>());
        Spot spot = spot(event.getSceneX(), event.getSceneY());
        if (spot == null) {
            return;
        }
        switch (event.getClickCount()) {
            case 1 -> select(event.isShiftDown() && anchor != null ? anchor : spot, spot);
            case 2 -> word(spot);
            default -> select(new Spot(spot.words(), 0), new Spot(spot.words(), length(spot.words())));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Spot from = anchor;
        Spot spot = spot(event.getSceneX(), event.getSceneY());
        if (from != null && spot != null && event.getButton() == MouseButton.PRIMARY) {
            select(from, spot);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()
                && event.getCode() == KeyCode.C
                && !selected().isEmpty()) {
            Ui.copy(selected());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            all();
            event.consume();
        }
    }

    private void menu(ContextMenuEvent event) {
        MenuItem copy = new MenuItem(WORDS.get("copy"));
        copy.setOnAction(e -> Ui.copy(selected()));
        copy.setDisable(selected().isEmpty());
        MenuItem all = new MenuItem(WORDS.get("select.all"));
        all.setOnAction(e -> all());
        ContextMenu menu = new ContextMenu(copy, all);
        String address = event.getTarget() instanceof Node node ? Run.address(node) : null;
        if (address != null) {
            MenuItem link = new MenuItem(WORDS.get("copy.address"));
            link.setOnAction(e -> Ui.copy(address));
            menu.getItems().addAll(new SeparatorMenuItem(), link);
        }
        menu.show(root, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void all() {
        texts = below(root, new ArrayList<>());
        if (!texts.isEmpty()) {
            last = this;
            select(new Spot(0, 0), new Spot(texts.size() - 1, length(texts.size() - 1)));
        }
    }

    private void word(Spot spot) {
        String text = texts.get(spot.words()).text();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int index = Math.min(spot.index(), Math.max(0, text.length() - 1));
        int end = words.following(index);
        int start = words.previous();
        if (end != BreakIterator.DONE) {
            select(new Spot(spot.words(), Math.max(0, start)), new Spot(spot.words(), end));
        }
    }

    private void clear() {
        anchor = null;
        head = null;
        texts.forEach(words -> words.mark(0, 0));
    }

    private void select(Spot from, Spot to) {
        anchor = from;
        head = to;
        Spot first = from.compareTo(to) <= 0 ? from : to;
        Spot second = first.equals(from) ? to : from;
        for (int i = 0; i < texts.size(); i++) {
            int start = i < first.words() ? Integer.MAX_VALUE : i == first.words() ? first.index() : 0;
            int end = i > second.words() ? 0 : i == second.words() ? second.index() : length(i);
            texts.get(i).mark(Math.min(start, end), Math.max(0, end));
        }
    }

    /** What is selected, as text. */
    String selected() {
        Spot from = anchor;
        Spot to = head;
        if (from == null || to == null || from.equals(to)) {
            return "";
        }
        Spot first = from.compareTo(to) <= 0 ? from : to;
        Spot second = first.equals(from) ? to : from;
        StringBuilder text = new StringBuilder();
        for (int i = first.words(); i <= Math.min(second.words(), texts.size() - 1); i++) {
            String all = texts.get(i).text();
            int start = i == first.words() ? Math.min(first.index(), all.length()) : 0;
            int end = i == second.words() ? Math.min(second.index(), all.length()) : all.length();
            text.append(i == first.words() ? "" : texts.get(i).gap()).append(all, start, Math.max(start, end));
        }
        return text.toString();
    }

    private int length(int words) {
        return texts.get(words).text().length();
    }

    /** The place nearest to that point of the scene. */
    private @Nullable Spot spot(double x, double y) {
        Spot best = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < texts.size(); i++) {
            Words words = texts.get(i);
            Bounds bounds = words.localToScene(words.getLayoutBounds());
            double down = Math.max(0, Math.max(bounds.getMinY() - y, y - bounds.getMaxY()));
            double aside = Math.max(0, Math.max(bounds.getMinX() - x, x - bounds.getMaxX()));
            double far = down * 1_000 + aside;
            if (words.getScene() != null && far < least) {
                least = far;
                Point2D inside = words.sceneToLocal(x, y);
                best = new Spot(i, Math.clamp(words.getHitInfo(inside).getInsertionIndex(), 0, length(i)));
            }
        }
        return best;
    }

    private static List<Words> below(Parent parent, List<Words> into) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Words words) {
                into.add(words);
            } else if (child instanceof Parent more && child.isVisible()) {
                below(more, into);
            }
        }
        return into;
    }
}
