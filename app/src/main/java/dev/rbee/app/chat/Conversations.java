package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The conversations, newest first, and which one is open. JavaFX thread only. */
final class Conversations {
    private final Supplier<String> ids;
    private final Consumer<Conversation> opened;
    private final ObservableList<Conversation> all =
            FXCollections.observableArrayList(each -> new javafx.beans.Observable[] {each.title()});
    private final ListView<Conversation> view = new ListView<>(all);
    private final VBox side;
    private Conversation open;

    Conversations(Supplier<String> ids, Consumer<Conversation> opened) {
        this.ids = ids;
        this.opened = opened;
        open = new Conversation(ids.get());
        view.setId("conversations");
        view.setAccessibleText("Conversations");
        view.setCellFactory(v -> new Cell());
        view.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> {
            if (now != null && now != open) {
                open(now);
            }
        });
        VBox.setVgrow(view, Priority.ALWAYS);
        var button = Ui.button("New chat", Feather.PLUS, this::fresh);
        button.setMaxWidth(Double.MAX_VALUE);
        side = new VBox(button, view);
        side.getStyleClass().add("conversations");
        all.add(open);
        view.getSelectionModel().select(open);
    }

    /** The list beside the chat. */
    Node list() {
        return side;
    }

    /** The one that is open. */
    Conversation open() {
        return open;
    }

    /** Opens an empty one; the one that is open where it is still empty. */
    void fresh() {
        Conversation empty = all.stream()
                .filter(each -> each.exchanges().isEmpty())
                .findFirst()
                .orElse(null);
        if (empty == null) {
            empty = new Conversation(ids.get());
            all.addFirst(empty);
        }
        open(empty);
    }

    private void open(Conversation conversation) {
        open = conversation;
        view.getSelectionModel().select(conversation);
        opened.accept(conversation);
    }

    /** Something was said in the one that is open. */
    void changed() {
        if (all.getFirst() != open) {
            Conversation moved = open;
            all.remove(moved);
            all.addFirst(moved);
            view.getSelectionModel().select(moved);
        }
    }

    private static final class Cell extends ListCell<Conversation> {
        Cell() {
            setTextOverrun(OverrunStyle.ELLIPSIS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Conversation item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.title().get());
        }
    }
}
