package dev.rbee.app.problem;

import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Look;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What should never happen, shown at once: words, details to copy, where the logs are. One at a time. */
public final class DefectDialog {
    private static final Words WORDS = Words.of(DefectDialog.class);

    private final Look look;
    private final Path logs;
    private @Nullable Dialog<ButtonType> open;
    private @Nullable Window owner;

    /** {@code logs} is the folder named in the dialog. */
    public DefectDialog(Look look, Path logs) {
        this.look = look;
        this.logs = logs;
    }

    /** The window the dialog belongs to. */
    public void ownedBy(Window window) {
        owner = window;
    }

    /** Shows it, unless one is open. JavaFX thread; returns at once. */
    public void show(Problem problem) {
        if (open != null) {
            return;
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(WORDS.get("something.went.wrong"));
        dialog.initOwner(owner);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        ProblemView view = new ProblemView(problem, null);
        view.setPrefWidth(560);
        Facts facts = new Facts()
                .addCode(WORDS.get("defect.code"), problem.code().wire())
                .addCode(WORDS.get("defect.logs"), logs.toString());
        VBox content = new VBox(12, view, facts);
        content.setId("defect");
        dialog.getDialogPane().setContent(content);
        dialog.setResizable(true);
        Scene scene = dialog.getDialogPane().getScene();
        look.dress(scene);
        dialog.setOnHidden(e -> open = null);
        open = dialog;
        dialog.show();
    }
}
