package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.frame.MenuKey;
import dev.rbee.app.frame.Toasts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The list itself: rows, selection, keys, menus, renaming. JavaFX thread only. */
final class SideView {
    private static final double LINE = 32;
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

    private final RowList rows = new RowList();
    private final ListView<Row> view = new ListView<>(rows.rows());
    private final Chats chats;
    private final Deeds deeds;
    private final RowMenu menus;
    private final Drags drags;
    private final Folding folding;
    private @Nullable ContextMenu menu;
    private @Nullable String renaming;

    /** Which groups are folded. */
    interface Folding {
        void fold(Row.Head head, boolean folded);
    }

    SideView(Chats chats, Toasts toasts, Exports exports, Folding folding) {
        this.chats = chats;
        this.folding = folding;
        deeds = new Deeds(chats, toasts, this::rename);
        menus = new RowMenu(deeds, exports);
        drags = new Drags(this::dragged, deeds);
        view.setId("conversations");
        view.setFixedCellSize(LINE);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setCellFactory(list -> cell());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger() && renaming == null) {
                menuOfSelected();
                event.consume();
            }
        });
    }

    ListView<Row> view() {
        return view;
    }

    Deeds deeds() {
        return deeds;
    }

    /** Shows these rows, all of one height or not; what was selected stays so. */
    void show(List<Row> now, boolean even) {
        double height = even ? LINE : Region.USE_COMPUTED_SIZE;
        if (now.equals(rows.rows())) {
            return;
        }
        Set<String> keys = new HashSet<>();
        view.getSelectionModel().getSelectedItems().forEach(each -> {
            if (each != null) {
                keys.add(each.key());
            }
        });
        if (view.getFixedCellSize() != height) {
            view.setFixedCellSize(height);
        }
        rows.show(now);
        select(keys);
        String name = renaming;
        int index = name == null ? -1 : rows.index(name);
        if (index >= 0 && !shown(index)) {
            view.scrollTo(Math.max(0, index - 1));
        }
    }

    /** Marks the chat that is open as selected and brings it to the eye; nothing where it is not in the list. */
    void mark(String chat) {
        ObservableList<Row> all = rows.rows();
        int index = rows.index("chat:" + chat);
        Row selected = view.getSelectionModel().getSelectedItem();
        boolean there = selected instanceof Row.Item item && item.info().id().equals(chat);
        if (!there) {
            view.getSelectionModel().clearSelection();
        }
        if (index >= 0 && !there) {
            view.getSelectionModel().select(index);
            if (!shown(index)) {
                view.scrollTo(Math.max(0, index - 2));
            }
        } else if (all.isEmpty()) {
            view.getSelectionModel().clearSelection();
        }
    }

    private boolean shown(int index) {
        return view.lookupAll(".list-cell").stream()
                .anyMatch(node -> node instanceof RowCell cell && cell.getIndex() == index && cell.isVisible());
    }

    private void select(Set<String> keys) {
        List<Integer> wanted = new ArrayList<>();
        ObservableList<Row> all = rows.rows();
        for (int i = 0; i < all.size() && wanted.size() < keys.size(); i++) {
            if (keys.contains(all.get(i).key())) {
                wanted.add(i);
            }
        }
        if (!wanted.equals(view.getSelectionModel().getSelectedIndices())) {
            view.getSelectionModel().clearSelection();
            wanted.forEach(view.getSelectionModel()::select);
        }
    }

    /** Gives the list the keyboard, at its first chat where none is selected. */
    void enter() {
        if (view.getSelectionModel().isEmpty()) {
            for (int i = 0; i < rows.rows().size(); i++) {
                if (rows.rows().get(i) instanceof Row.Item) {
                    view.getSelectionModel().select(i);
                    break;
                }
            }
        }
        view.requestFocus();
    }

    /** The chats that are selected, each once. */
    List<ChatInfo> selected() {
        Map<String, ChatInfo> some = new LinkedHashMap<>();
        for (Row row : view.getSelectionModel().getSelectedItems()) {
            if (row instanceof Row.Item item) {
                some.put(item.info().id(), item.info());
            }
        }
        return List.copyOf(some.values());
    }

    private List<ChatInfo> meant(Row row) {
        if (!(row instanceof Row.Item item)) {
            return List.of();
        }
        List<ChatInfo> some = selected();
        return some.stream().anyMatch(each -> each.id().equals(item.info().id())) ? some : List.of(item.info());
    }

    private List<String> dragged(Row row) {
        return meant(row).stream().map(ChatInfo::id).toList();
    }

    void drop(@Nullable Row on, List<String> ids) {
        drags.drop(on, ids);
    }

    private RowCell cell() {
        RowCell cell = new RowCell(new CellHand());
        cell.setOnMouseClicked(event -> {
            Row row = cell.getItem();
            if (row != null
                    && event.getButton() == MouseButton.PRIMARY
                    && !event.isShortcutDown()
                    && !event.isShiftDown()
                    && !row.key().equals(renaming)) {
                act(row);
            }
        });
        // a list selects what is clicked with whatever button; a menu is for a row without choosing it
        cell.addEventFilter(MouseEvent.ANY, event -> {
            if (event.getButton() == MouseButton.SECONDARY || (event.isPopupTrigger() && event.isControlDown())) {
                event.consume();
            }
        });
        cell.setOnContextMenuRequested(event -> {
            Row row = cell.getItem();
            ContextMenu made = row == null ? null : menu(row);
            if (made != null) {
                cell.pseudoClassStateChanged(ASKED, true);
                made.setOnHidden(e -> cell.pseudoClassStateChanged(ASKED, false));
                made.show(cell, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        drags.on(cell);
        return cell;
    }

    private void act(Row row) {
        switch (row) {
            case Row.Head head -> {
                if (!head.fixed()) {
                    folding.fold(head, !head.folded());
                }
            }
            case Row.Item item -> deeds.open(item);
        }
    }

    private void key(KeyEvent event) {
        Row row = view.getSelectionModel().getSelectedItem();
        KeyCode code = event.getCode();
        if (row == null || renaming != null || event.isShortcutDown()) {
            return;
        }
        boolean done = true;
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            act(row);
        } else if (row instanceof Row.Head head && !head.fixed() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            folding.fold(head, code == KeyCode.LEFT);
        } else if (code == KeyCode.F2) {
            rename(row);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            delete(row);
            view.requestFocus(); // where the open chat went, an empty one would take it
        } else if (MenuKey.matches(event)) {
            menuOfSelected();
        } else {
            done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void menuOfSelected() {
        Row row = view.getSelectionModel().getSelectedItem();
        ContextMenu made = row == null ? null : menu(row);
        if (made != null) {
            Point2D at = MenuKey.place(view, view.getSelectionModel().getSelectedIndex());
            made.show(view, at.getX(), at.getY());
        }
    }

    private void rename(Row row) {
        switch (row) {
            case Row.Head head -> {
                if (head.folder() != null) {
                    rename(head.key());
                }
            }
            case Row.Item item -> deeds.rename(item.info());
        }
    }

    private void delete(Row row) {
        Folder folder = row instanceof Row.Head head && head.folder() != null ? deeds.folder(head.folder()) : null;
        if (folder != null) {
            deeds.delete(folder);
        } else {
            deeds.delete(selected());
        }
    }

    /** Begins to rename the row of that key, once it is there. */
    void rename(String key) {
        renaming = key;
        int index = rows.index(key);
        if (index >= 0) {
            view.scrollTo(Math.max(0, index - 1));
        }
        view.refresh();
    }

    private void renamed(Row row, @Nullable String name) {
        renaming = null;
        if (name != null) {
            switch (row) {
                case Row.Head head -> {
                    if (head.folder() != null) {
                        chats.folders().rename(head.folder(), name);
                    }
                }
                case Row.Item item -> chats.rename(item.info().id(), name);
            }
        }
        view.refresh();
        view.requestFocus();
    }

    private @Nullable ContextMenu menu(Row row) {
        ContextMenu old = menu;
        if (old != null) {
            old.hide();
        }
        Folder folder = row instanceof Row.Head head && head.folder() != null ? deeds.folder(head.folder()) : null;
        List<ChatInfo> some = meant(row);
        menu = folder != null ? menus.of(folder) : some.isEmpty() ? null : menus.of(some);
        return menu;
    }

    private final class CellHand implements RowCell.Hand {
        @Override
        public boolean renaming(Row row) {
            return row.key().equals(renaming);
        }

        @Override
        public void renamed(Row row, @Nullable String name) {
            SideView.this.renamed(row, name);
        }

        @Override
        public boolean answering(String chat) {
            return chats.answering().contains(chat);
        }

        @Override
        public void menu(Row row, Node beside) {
            ContextMenu made = SideView.this.menu(row);
            if (made != null) {
                made.show(beside, Side.BOTTOM, 0, 0);
            }
        }
    }
}
