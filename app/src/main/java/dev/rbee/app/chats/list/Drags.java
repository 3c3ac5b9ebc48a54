package dev.rbee.app.chats.list;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Chats dragged into folders and out of them. JavaFX thread only. */
final class Drags {
    private static final DataFormat CHATS = new DataFormat("application/x-rbee-chats");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");

    private final Function<Row, List<String>> taken;
    private final Deeds deeds;

    /** {@code taken} are the chats that go along when that row is dragged. */
    Drags(Function<Row, List<String>> taken, Deeds deeds) {
        this.taken = taken;
        this.deeds = deeds;
    }

    /** Lets that cell be dragged and dropped on. */
    void on(RowCell cell) {
        cell.setOnDragDetected(event -> {
            List<String> ids = cell.getItem() == null ? List.of() : taken.apply(cell.getItem());
            if (!ids.isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.put(CHATS, String.join("\n", ids));
                Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
                board.setContent(content);
                board.setDragView(cell.snapshot(null, null));
                event.consume();
            }
        });
        cell.setOnDragOver(event -> {
            if (accepts(cell, event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        cell.setOnDragEntered(event -> cell.pseudoClassStateChanged(OVER, accepts(cell, event)));
        cell.setOnDragExited(event -> cell.pseudoClassStateChanged(OVER, false));
        cell.setOnDragDropped(event -> {
            if (accepts(cell, event) && event.getDragboard().getContent(CHATS) instanceof String ids) {
                drop(cell.getItem(), List.of(ids.split("\n")));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Puts those chats where that row is: into its folder, or into none. */
    void drop(@Nullable Row on, List<String> ids) {
        deeds.move(ids, folder(on));
    }

    private static @Nullable String folder(@Nullable Row on) {
        return switch (on) {
            case Row.Head head -> head.folder();
            case Row.Item item -> item.info().pinned() ? null : item.info().folder();
            case null -> null;
        };
    }

    private static boolean accepts(RowCell cell, DragEvent event) {
        return event.getDragboard().hasContent(CHATS) && cell.getItem() != null;
    }
}
