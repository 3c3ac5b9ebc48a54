package dev.rbee.app.chats.list;

import dev.rbee.app.chats.store.Excerpts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row on the screen. JavaFX thread only. */
final class RowCell extends ListCell<Row> {
    private static final Words WORDS = Words.of(RowCell.class);
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private static final double LINE = 32;
    private static final double TWO_LINES = 48;

    private final Hand hand;
    private final Label words = Ui.label("", "group");
    private final Label count = Ui.label("", "count");
    private final FontIcon fold = new FontIcon(Feather.CHEVRON_DOWN);
    private final FontIcon folder = new FontIcon(Feather.FOLDER);
    private final HBox head = new HBox(4, fold, folder, words, Ui.spacer(), count);
    private final Marked title = new Marked("chat-title");
    private final Marked excerpt = new Marked("chat-excerpt");
    private final FontIcon busy = new FontIcon(Feather.LOADER);
    private final FontIcon pin = new FontIcon(Feather.BOOKMARK);
    private final Button more;
    private final HBox line;
    private final VBox item;
    private @Nullable TextField field;

    /** What a cell asks of the list. */
    interface Hand {
        /** Whether the row of that key is being renamed. */
        boolean renaming(Row row);

        /** Renaming has ended; null where it was given up. */
        void renamed(Row row, @Nullable String name);

        /** Whether an answer is being written in that chat. */
        boolean answering(String chat);

        /** The menu of that row, beside that node. */
        void menu(Row row, Node beside);
    }

    RowCell(Hand hand) {
        this.hand = hand;
        head.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        fold.getStyleClass().add("small");
        folder.getStyleClass().add("small");
        busy.getStyleClass().addAll("small", "answering");
        pin.getStyleClass().add("small");
        more = Ui.iconButton(Feather.MORE_HORIZONTAL, WORDS.get("row.more"), this::menu);
        more.getStyleClass().add("row-more");
        more.setFocusTraversable(false);
        more.visibleProperty().bind(hoverProperty());
        more.managedProperty().bind(more.visibleProperty());
        HBox.setHgrow(title, Priority.ALWAYS);
        line = new HBox(4, title, busy, pin, more);
        line.setAlignment(Pos.CENTER_LEFT);
        item = new VBox(line);
        item.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private void menu() {
        Row row = getItem();
        if (row != null) {
            hand.menu(row, more);
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        field = null;
        pseudoClassStateChanged(HEAD, !empty && row instanceof Row.Head);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setPrefHeight(height(row));
        if (hand.renaming(row)) {
            edit(row);
            return;
        }
        switch (row) {
            case Row.Head group -> show(group);
            case Row.Item chat -> show(chat);
        }
    }

    private static double height(Row row) {
        return row instanceof Row.Item chat && chat.hit() != null ? TWO_LINES : LINE;
    }

    private void show(Row.Head group) {
        words.setText(group.words());
        count.setText(group.folded() ? Integer.toString(group.count()) : "");
        fold.setIconCode(group.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        Ui.shown(fold, !group.fixed());
        Ui.shown(folder, group.folder() != null);
        setAccessibleText(WORDS.get(group.folded() ? "head.folded" : "head.unfolded", group.words(), group.count()));
        setGraphic(head);
    }

    private void show(Row.Item chat) {
        String text = chat.info().title();
        int[] at =
                chat.query().isEmpty() || chat.hit() != null ? new int[] {-1, -1} : Excerpts.find(text, chat.query());
        title.show(text, at[0], at[1]);
        boolean answering = hand.answering(chat.info().id());
        Ui.shown(busy, answering);
        Ui.shown(pin, chat.info().pinned() && !chat.query().isEmpty());
        var hit = chat.hit();
        if (hit == null) {
            item.getChildren().setAll(line);
        } else {
            excerpt.show(hit.excerpt(), hit.from(), hit.to());
            item.getChildren().setAll(line, excerpt);
        }
        setAccessibleText(text
                + (hit == null ? "" : ", " + hit.excerpt())
                + (chat.info().pinned() ? ", " + WORDS.get("row.pinned") : "")
                + (answering ? ", " + WORDS.get("row.answering") : ""));
        setTooltip(Ui.tip(text, null));
        setGraphic(item);
    }

    private void edit(Row row) {
        String name = switch (row) {
            case Row.Head group -> group.words();
            case Row.Item chat -> chat.info().title();
        };
        TextField made = new TextField(name);
        made.setId("rename-chat");
        made.setAccessibleText(WORDS.get("menu.rename"));
        field = made;
        made.setOnAction(e -> {
            field = null;
            hand.renamed(row, made.getText());
        });
        made.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                field = null;
                hand.renamed(row, null);
                e.consume();
            }
        });
        made.focusedProperty().addListener((p, old, now) -> {
            if (!now && made.equals(field)) {
                field = null;
                hand.renamed(row, made.getText());
            }
        });
        setGraphic(made);
        made.requestFocus();
        made.selectAll();
    }
}
