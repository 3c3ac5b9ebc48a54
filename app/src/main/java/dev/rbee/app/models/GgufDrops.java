package dev.rbee.app.models;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets GGUF files be dropped onto a node; what else is dragged over it goes on to whatever it lies in. JavaFX thread only. */
public final class GgufDrops {
    private static final String STYLE = "dropping";

    private GgufDrops() {}

    static void on(Node target, Consumer<List<File>> dropped) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (!models(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                if (!target.getStyleClass().contains(STYLE)) {
                    target.getStyleClass().add(STYLE);
                }
                event.consume();
            }
        });
        target.addEventHandler(
                DragEvent.DRAG_EXITED, event -> target.getStyleClass().remove(STYLE));
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = models(event.getDragboard());
            if (!files.isEmpty()) {
                event.setDropCompleted(true);
                event.consume();
                dropped.accept(files);
            }
        });
    }

    private static List<File> models(Dragboard board) {
        return board.getFiles().stream().filter(GgufDrops::model).toList();
    }

    /** Whether it is called like a model file. */
    public static boolean model(File file) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(".gguf");
    }
}
