package dev.rbee.app.chats.list;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files with chats dropped on the list are imported. JavaFX thread only. */
final class Drops {
    private Drops() {}

    static void on(Node place, Exports exports) {
        place.setOnDragOver(event -> {
            if (!files(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        place.setOnDragEntered(event -> {
            if (!files(event).isEmpty()) {
                place.getStyleClass().add("dropping");
            }
        });
        place.setOnDragExited(event -> place.getStyleClass().remove("dropping"));
        place.setOnDragDropped(event -> {
            List<Path> files = files(event);
            if (!files.isEmpty()) {
                exports.imports(files);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
                .toList();
    }
}
