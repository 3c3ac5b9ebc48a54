package dev.rbee.app.chat;

import dev.rbee.app.models.GgufDrops;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped onto a node. */
final class Drops {
    private final Node target;
    private final Consumer<List<Path>> dropped;

    Drops(Node target, Consumer<List<Path>> dropped) {
        this.target = target;
        this.dropped = dropped;
        target.addEventHandler(DragEvent.DRAG_OVER, this::over);
        target.addEventHandler(
                DragEvent.DRAG_EXITED, e -> target.getStyleClass().remove("dropping"));
        target.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void over(DragEvent event) {
        if (!texts(event).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!target.getStyleClass().contains("dropping")) {
                target.getStyleClass().add("dropping");
            }
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        List<File> files = texts(event);
        if (!files.isEmpty()) {
            dropped.accept(files.stream().filter(File::isFile).map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Models are no text; whatever the node lies in may take them. */
    private static List<File> texts(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> !GgufDrops.model(file))
                .toList();
    }
}
