package dev.rbee.app.markdown;

import dev.rbee.app.theme.Ui;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
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
 * Lets the texts below one node be selected with mouse and keyboard, over several of them, and copied: a double click takes a word, a triple
 * click a paragraph; with the keyboard in it arrows move a caret, and Shift takes along what it passes. JavaFX thread only.
 */
final class Selection {
    private static final dev.rbee.app.words.Words WORDS = dev.rbee.app.words.Words.of(Selection.class);
    private static @Nullable Selection last;

    private final Parent root;
    private List<Words> texts = List.of();
    private @Nullable Spot anchor;
    private @Nullable Spot head;
    private Supplier<@Nullable String> source = () -> null;
    private int caretIn = -1;

    Selection(Parent root) {
        this.root = root;
        root.setFocusTraversable(true);
        root.focusedProperty().addListener((p, old, now) -> {
            if (!now) {
                caret(null);
            }
        });
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        root.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /** What is copied where all of it is selected; null leaves it to the words that are seen. */
    void whole(Supplier<@Nullable String> text) {
        source = text;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        own();
        root.requestFocus();
        caret(null);
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
            copy();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            all();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !selected().isEmpty()) {
            clear();
            event.consume();
        } else if (!event.isAltDown()) {
            move(event);
        }
    }

    /** Home and End alone belong to whoever scrolls. */
    private void move(KeyEvent event) {
        boolean edge = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
        if (edge && !event.isShiftDown()) {
            return;
        }
        texts = below(root, new ArrayList<>());
        if (texts.isEmpty()) {
            return;
        }
        Spot from = head == null ? new Spot(0, 0) : inside(head);
        Spot to = new Caret(texts, this::spot).moved(from, event.getCode(), event.isShortcutDown());
        if (to != null) {
            own();
            Spot start = anchor;
            select(event.isShiftDown() ? (start == null ? from : inside(start)) : to, to);
            caret(to);
            event.consume();
        }
    }

    private Spot inside(Spot spot) {
        int words = Math.min(spot.words(), texts.size() - 1);
        return new Spot(words, Math.min(spot.index(), length(words)));
    }

    private void own() {
        if (last != null && last != this) {
            last.clear();
        }
        last = this;
    }

    private void caret(@Nullable Spot at) {
        if (caretIn >= 0 && caretIn < texts.size()) {
            texts.get(caretIn).showCaret(-1);
        }
        caretIn = at == null ? -1 : at.words();
        if (at != null) {
            texts.get(at.words()).showCaret(at.index());
            root.fireEvent(new CaretEvent(texts.get(at.words()).caret(at.index())));
        }
    }

    private void copy() {
        String text = selected();
        String written = source.get();
        Spot end = texts.isEmpty() ? null : new Spot(texts.size() - 1, length(texts.size() - 1));
        boolean whole = new Spot(0, 0).equals(anchor) && Objects.equals(end, head);
        Ui.copy(whole && written != null ? written : text);
    }

    /**
     * Selects the next place that has these words, in capitals or not, and brings it to the eye; false where there is no further one.
     *
     * @param anew from the beginning, or the end
     */
    boolean find(String words, boolean forward, boolean anew) {
        texts = below(root, new ArrayList<>());
        if (texts.isEmpty()) {
            return false;
        }
        int end = texts.size() - 1;
        Spot selected = forward ? head : anchor;
        Spot from = !anew && selected != null
                ? inside(selected)
                : forward ? new Spot(0, 0) : new Spot(end, length(end) + 1);
        String wanted = words.toLowerCase(Locale.ROOT);
        for (int i = from.words(); i >= 0 && i <= end; i += forward ? 1 : -1) {
            String text = texts.get(i).text().toLowerCase(Locale.ROOT);
            boolean here = i == from.words();
            int at = forward
                    ? text.indexOf(wanted, here ? from.index() : 0)
                    : before(text, wanted, here ? from.index() - 1 : text.length());
            if (at >= 0) {
                own();
                select(new Spot(i, at), new Spot(i, Math.min(length(i), at + wanted.length())));
                root.fireEvent(new CaretEvent(texts.get(i).caret(at)));
                return true;
            }
        }
        return false;
    }

    private static int before(String text, String wanted, int index) {
        return index < 0 ? -1 : text.lastIndexOf(wanted, index);
    }

    private void menu(ContextMenuEvent event) {
        MenuItem copy = new MenuItem(WORDS.get("copy"));
        copy.setOnAction(e -> copy());
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
            own();
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

    /** Nothing is selected any more. */
    void clear() {
        caret(null);
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
