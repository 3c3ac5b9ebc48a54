package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The connections that are known: renamed in place, forgotten with a way back. JavaFX thread only. */
final class KnownDialog {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 240;
    private static final double NAME = 180;

    private final ConnectTools tools;
    private final Consumer<Connection> to;
    private final VBox rows = new VBox(8);
    private final Dialog<ButtonType> dialog;

    /** {@code to} connects. */
    KnownDialog(ConnectTools tools, Consumer<Connection> to) {
        this.tools = tools;
        this.to = to;
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        scroll.setPrefSize(WIDTH, HEIGHT);
        VBox content = new VBox(12, Ui.paragraph(WORDS.get("known.words"), "secondary"), scroll);
        dialog = tools.dialogs().of(WORDS.get("known.title"), content, WORDS.get("known.close"));
        fill();
    }

    void show() {
        dialog.show();
    }

    private void fill() {
        List<Connection> known = tools.opener().book().known();
        rows.getChildren().setAll(known.stream().map(this::row).toList());
        if (known.isEmpty()) {
            rows.getChildren()
                    .add(new EmptyState(Feather.LINK, WORDS.get("known.none"), WORDS.get("known.none.words"), null));
        }
    }

    private Node row(Connection connection) {
        TextField name = new TextField(connection.name());
        name.setAccessibleText(WORDS.get("known.name"));
        name.setPrefWidth(NAME);
        name.setMinWidth(NAME);
        name.setOnAction(e -> rename(connection, name));
        name.focusedProperty().addListener((p, old, focused) -> {
            if (!focused) {
                rename(connection, name);
            }
        });
        Label where = Ui.label(connection.where(), "secondary");
        where.setMinWidth(0);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setTooltip(Ui.tip(connection.where(), null));
        HBox.setHgrow(where, Priority.ALWAYS);
        boolean present = tools.connector().standing().get().to().id().equals(connection.id());
        Button go = Ui.button(WORDS.get(present ? "known.present" : "known.go"), null, () -> {
            dialog.close();
            to.accept(connection);
        });
        go.setDisable(present);
        Button forget =
                Ui.iconButton(Feather.TRASH_2, WORDS.get("known.forget", connection.name()), () -> forget(connection));
        forget.setDisable(present);
        HBox row = new HBox(8, name, where, go, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void rename(Connection connection, TextField name) {
        String text = Field.given(name);
        if (text == null) {
            name.setText(connection.name());
        } else if (!text.equals(connection.name())) {
            write(() -> tools.opener().book().put(connection.named(text)));
        }
    }

    private void forget(Connection connection) {
        write(() -> tools.opener().book().forget(connection.id()));
        tools.toasts()
                .undo(
                        WORDS.get("known.forgotten", connection.name()),
                        () -> write(() -> tools.opener().book().put(connection)));
    }

    private void write(Runnable change) {
        tools.background()
                .run(
                        () -> {
                            change.run();
                            return Boolean.TRUE;
                        },
                        done -> fill(),
                        problem -> tools.toasts().problem(problem));
    }
}
