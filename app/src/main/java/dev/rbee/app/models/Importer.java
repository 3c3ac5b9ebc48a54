package dev.rbee.app.models;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** Takes in GGUF files of this machine: chosen in a window, or dropped onto the page. JavaFX thread only. */
final class Importer {
    private static final Words WORDS = Words.of(Importer.class);

    private final ModelParts parts;
    private final Label doing;
    private final Consumer<Problem> failed;
    private final Runnable changed;

    /** {@code doing} says what goes on; {@code changed} is called after each file. */
    Importer(ModelParts parts, Label doing, Consumer<Problem> failed, Runnable changed) {
        this.parts = parts;
        this.doing = doing;
        this.failed = failed;
        this.changed = changed;
    }

    /** Lets files be dropped there. */
    void dropOn(Node target) {
        target.setOnDragOver(event -> {
            if (!models(event.getDragboard()).isEmpty() && connected()) {
                event.acceptTransferModes(TransferMode.COPY);
                if (!target.getStyleClass().contains("dropping")) {
                    target.getStyleClass().add("dropping");
                }
            }
            event.consume();
        });
        target.setOnDragExited(event -> target.getStyleClass().remove("dropping"));
        target.setOnDragDropped(event -> {
            List<File> files = models(event.getDragboard());
            event.setDropCompleted(!files.isEmpty());
            event.consume();
            take(files);
        });
    }

    private static List<File> models(Dragboard board) {
        return board.getFiles().stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(".gguf"))
                .toList();
    }

    private boolean connected() {
        return parts.fleet().view().get().connected();
    }

    /** Asks for files. */
    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("importer.import.models"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(WORDS.get("importer.gguf.models"), "*.gguf", "*.GGUF"));
        List<File> files = chooser.showOpenMultipleDialog(parts.dialogs().owner());
        if (files != null) {
            take(files);
        }
    }

    /** Takes these in, one after the other. */
    void take(List<File> files) {
        if (files.isEmpty()) {
            doing.setText("");
            return;
        }
        File first = files.getFirst();
        doing.setText(WORDS.get("importer.importing", first.getName()));
        parts.background()
                .run(
                        () -> {
                            parts.models().importModel(first.toPath());
                            return first;
                        },
                        done -> {
                            changed.run();
                            take(files.subList(1, files.size()));
                        },
                        problem -> {
                            doing.setText("");
                            failed.accept(problem);
                        });
    }
}
