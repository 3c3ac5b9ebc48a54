package dev.rbee.bench;

import dev.rbee.app.markdown.MarkdownView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Two answers side by side, each growing by two hundred tokens a second, shown as Markdown and followed to their ends. */
final class TwoChats implements AutoCloseable {
    private static final double PER_SECOND = 200;
    private static final int LONGEST = 4_000;
    private static final String[] SAID =
            ("## Hash map or B-tree?\n\nA **hash map** finds a key in constant time, a *B-tree* keeps"
                            + " keys **in order**.\n\n1. You only look things up: `HashMap`.\n2. You need ranges, like `from <= key`.\n\n"
                            + "| | Hash map | B-tree |\n|---|---|---|\n| Lookup | O(1) | O(log n) |\n\n```java\nvar ages = new"
                            + " TreeMap<String, Integer>();\nages.put(\"Bea\", 3);\n```\n\n> Measure before you choose.\n\n")
                    .split("(?<= )|(?<=\n)", -1);

    private final CompletableFuture<Parent> view = new CompletableFuture<>();
    private final Stream[] streams = new Stream[2];
    private final AnimationTimer timer = new AnimationTimer() {
        private long began;

        @Override
        public void handle(long now) {
            if (began == 0) {
                began = now;
            }
            for (Stream stream : streams) {
                stream.grow((int) ((now - began) / 1e9 * PER_SECOND));
            }
        }
    };

    TwoChats() {
        Platform.runLater(() -> {
            HBox both = new HBox(16);
            for (int i = 0; i < streams.length; i++) {
                streams[i] = new Stream();
                HBox.setHgrow(streams[i].scroll, Priority.ALWAYS);
                both.getChildren().add(streams[i].scroll);
            }
            timer.start();
            view.complete(both);
        });
    }

    Parent view() throws Exception {
        return view.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        Platform.runLater(timer::stop);
    }

    /** One answer; a new one begins when it has become long. */
    private static final class Stream {
        private final MarkdownView markdown = new MarkdownView(address -> {});
        private final ScrollPane scroll = new ScrollPane(markdown);
        private final StringBuilder text = new StringBuilder();
        private int tokens;

        Stream() {
            scroll.setFitToWidth(true);
            markdown.heightProperty().addListener((p, old, now) -> scroll.setVvalue(1));
        }

        void grow(int until) {
            if (tokens >= until) {
                return;
            }
            for (; tokens < until; tokens++) {
                if (tokens % LONGEST == 0) {
                    text.setLength(0);
                }
                text.append(SAID[tokens % SAID.length]);
            }
            markdown.show(text.toString());
        }
    }
}
