package dev.rbee.app.launch;

import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Theme;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** Draws the product's icons from its mark: {@code MakeIcons <folder>}. */
public final class MakeIcons {
    private MakeIcons() {}

    /** Writes {@code rbee-<px>.png} and ends. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Platform.startup(() -> {
            Look look = new Look();
            look.choose(Theme.LIGHT);
            for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
                StackPane box = new StackPane(Marks.bee(size * 0.94));
                box.setStyle("-fx-background-color: transparent;");
                Scene scene = new Scene(box, size, size, Color.TRANSPARENT);
                look.dress(scene);
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                box.applyCss();
                box.layout();
                Shot.write(box.snapshot(clear, null), folder.resolve("rbee-" + size + ".png"));
            }
            Platform.exit();
        });
    }
}
