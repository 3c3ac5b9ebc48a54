package dev.rbee.bench;

import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Frames of the window while ten thousand workers change, and while two chats stream. Headless, drawn in software: the slowest way there is. */
final class FramesBench implements Main.Bench {
    private static final Duration WARM = Duration.seconds(5);
    private static final Duration MEASURED = Duration.seconds(20);

    @Override
    public Table run(Path folder) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
        Table table = new Table(
                "Frames of the application, 1280 x 800, drawn in software",
                "what",
                "frames/s",
                "between two frames, median / p95 / worst",
                "work of the UI thread per frame, median / p95 / worst",
                "CPU time of the UI thread per frame, median / p95 / worst",
                "of one core");
        try (ManyWorkers workers = new ManyWorkers()) {
            Stage stage = shown(workers.view());
            measure(table, stage, "10 000 workers, 500 changes/s", () -> {});
            measure(table, stage, "the same, scrolling through all of them", workers::scroll);
            workers.still();
            measure(table, stage, "the same, sorted by speed anew each second", workers::sortBySpeed);
            close(stage);
        }
        try (TwoChats chats = new TwoChats(folder, ManyWorkers.worker(0, new java.util.Random(7)))) {
            Stage stage = shown(chats.view());
            measure(table, stage, "two chats, 200 tokens/s each", () -> {});
            close(stage);
        }
        return table;
    }

    private static <T> T fx(java.util.concurrent.Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }

    private static Stage shown(Parent view) throws Exception {
        return fx(() -> {
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Scene scene = new Scene(view, 1280, 800);
            look.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return stage;
        });
    }

    private static void close(Stage stage) throws Exception {
        fx(() -> {
            stage.close();
            return stage;
        });
    }

    private static void measure(Table table, Stage stage, String what, Runnable begin) throws Exception {
        FrameClock clock = fx(() -> {
            begin.run();
            return new FrameClock(stage.getScene());
        });
        pause(WARM);
        fx(() -> {
            clock.begin();
            return clock;
        });
        pause(MEASURED);
        fx(() -> {
            clock.end();
            return clock;
        });
        table.row(
                what,
                Math.round(clock.count() / MEASURED.toSeconds()),
                spread(clock.between()),
                spread(clock.work()),
                spread(clock.cpu()),
                Math.round(100 * clock.busy()) + " %");
    }

    private static String spread(Figures figures) {
        return String.format(
                java.util.Locale.ROOT, "%.1f / %.1f / %.1f ms", figures.median(), figures.at(0.95), figures.at(1));
    }

    private static void pause(Duration time) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        fx(() -> {
            PauseTransition rest = new PauseTransition(time);
            rest.setOnFinished(e -> over.countDown());
            rest.play();
            return rest;
        });
        over.await();
    }
}
