package dev.rbee.app.home;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** One kind of memory of a hive as a bar: a piece for each model, one for all else, the rest is free; in words below. JavaFX thread only. */
final class PoolBar extends VBox {
    private static final Words WORDS = Words.of(PoolBar.class);
    private static final int TONES = 4;
    private static final int NAMED = 2;

    private final Label name = Ui.label("", "pool-name");
    private final Label free = Ui.label("", "pool-free", "figure");
    private final Strip strip = new Strip();
    private final Label legend = Ui.paragraph("", "secondary");
    private final Tooltip tip = new Tooltip();

    PoolBar() {
        super(4);
        HBox head = new HBox(8, name, Ui.spacer(), free);
        legend.setMinWidth(0);
        legend.setTooltip(tip);
        Tooltip.install(strip, tip);
        getChildren().addAll(head, strip, legend);
    }

    void show(Pool pool) {
        name.setText(WORDS.get(pool.video() ? "memory.video" : "memory.main"));
        free.setText(WORDS.get("memory.free", Units.bytes(pool.free()), Units.bytes(pool.total())));
        strip.show(pool);
        List<String> all = words(pool, Integer.MAX_VALUE);
        legend.setText(all.isEmpty() ? WORDS.get("memory.nothing") : String.join("  ·  ", words(pool, NAMED)));
        tip.setText(String.join("\n", all.isEmpty() ? List.of(WORDS.get("memory.nothing")) : all));
        strip.setAccessibleText(name.getText() + ": " + free.getText() + ". " + String.join(", ", all));
    }

    private static List<String> words(Pool pool, int most) {
        List<String> words = new ArrayList<>();
        List<Pool.Part> models = pool.models();
        models.stream()
                .limit(most)
                .forEach(part -> words.add(WORDS.get("memory.part", part.model(), Units.bytes(part.bytes()))));
        if (models.size() > most) {
            words.add(WORDS.get("memory.more", models.size() - most));
        }
        if (pool.other() > pool.total() / 200) {
            words.add(WORDS.get("memory.other", Units.bytes(pool.other())));
        }
        return words;
    }

    private static final class Strip extends Pane {
        private Pool pool = new Pool(false, 1, 1, List.of(), 0);

        Strip() {
            getStyleClass().add("pool-strip");
            Rectangle clip = new Rectangle();
            clip.setArcWidth(8);
            clip.setArcHeight(8);
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
        }

        void show(Pool newer) {
            if (newer.equals(pool)) {
                return;
            }
            pool = newer;
            getChildren().clear();
            for (int i = 0; i < pool.models().size(); i++) {
                piece("tone-" + Math.min(i, TONES - 1));
            }
            piece("other");
            requestLayout();
        }

        private void piece(String style) {
            Region region = new Region();
            region.setManaged(false);
            region.getStyleClass().addAll("pool-piece", style);
            getChildren().add(region);
        }

        @Override
        protected void layoutChildren() {
            double x = 0;
            for (int i = 0; i < getChildren().size(); i++) {
                long bytes = i < pool.models().size() ? pool.models().get(i).bytes() : pool.other();
                double width = getWidth() * bytes / Math.max(1, pool.total());
                getChildren().get(i).resizeRelocate(x, 0, Math.max(0, width - 1), getHeight());
                x += width;
            }
        }
    }
}
