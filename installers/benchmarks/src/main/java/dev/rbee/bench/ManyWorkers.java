package dev.rbee.bench;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.LateNavigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Paced;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Link;
import dev.rbee.app.live.Mirror;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.problem.Remedies;
import dev.rbee.app.remote.HttpEndpoints;
import dev.rbee.app.remote.HttpModels;
import dev.rbee.app.remote.HttpQueen;
import dev.rbee.app.remote.Queens;
import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.workers.EndpointsDialog;
import dev.rbee.app.workers.StartDialog;
import dev.rbee.app.workers.WorkerParts;
import dev.rbee.app.workers.WorkersPage;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The page of workers with ten thousand of them, of which five hundred change each second, as the queen's events would change them. */
final class ManyWorkers implements AutoCloseable {
    private static final int MANY = 10_000;

    private final ScheduledExecutorService queen = Executors.newSingleThreadScheduledExecutor();
    private final Background background = new Background(FxThread.LATER, problem -> {});
    private final Random random = new Random(7);
    private final CompletableFuture<Parent> view = new CompletableFuture<>();
    private AnimationTimer scrolling = new AnimationTimer() {
        @Override
        public void handle(long now) {}
    };

    ManyWorkers() {
        Platform.runLater(this::make);
    }

    Parent view() throws Exception {
        return view.get(60, TimeUnit.SECONDS);
    }

    private void make() {
        Link link = new Link.Connected("http://127.0.0.1:1");
        FleetModel fleet = new FleetModel(InstantSource.system(), link);
        Mirror mirror = new Mirror(link);
        Paced paced = new Paced(FxThread.LATER, Mirror.PACE, () -> fleet.show(mirror.take()));
        List<WorkerInfo> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(worker(i, random));
        }
        mirror.reset(new FleetSnapshot(
                1, "bench", List.of(), all, List.of(), new FleetStats(0, 0, 0, 0, List.of()), List.of()));
        paced.changed();
        Queens none = new Queens(new Site("none", true, null, null, List::of, Ways.DIRECT));
        HttpQueen calls = new HttpQueen(none, random);
        Dialogs dialogs = new Dialogs(new Look());
        LateNavigator navigator = new LateNavigator();
        Toasts toasts = new Toasts();
        Nobody nobody = new Nobody();
        WorkersPage page = new WorkersPage(
                new WorkerParts(
                        fleet,
                        calls,
                        background,
                        dialogs,
                        navigator,
                        toasts,
                        new Presenter(new Remedies(navigator, nobody, () -> true), toasts),
                        AppState.memory(),
                        worker -> {}),
                new StartDialog(calls, new HttpModels(none), background, dialogs, fleet, () -> 1),
                new EndpointsDialog(new HttpEndpoints(none), background, dialogs));
        page.shown();
        var _ = queen.scheduleAtFixedRate(
                () -> {
                    mirror.apply(event(worker(random.nextInt(MANY), random)));
                    paced.changed();
                },
                1_000,
                2,
                TimeUnit.MILLISECONDS);
        view.complete((Parent) page.view());
    }

    private static FleetEvent event(WorkerInfo worker) {
        return new FleetEvent(2, "worker", worker, null, null, null, null, null, null);
    }

    /** One of them. */
    static WorkerInfo worker(int i, Random random) {
        String id = "w-" + i;
        boolean busy = random.nextBoolean();
        Instant now = Instant.now();
        return new WorkerInfo(
                id,
                id,
                "http://127.0.0.1:" + (1024 + i),
                "model-" + i % 200,
                "cpu",
                Device.of("cpu"),
                busy ? WorkerState.BUSY : WorkerState.IDLE,
                4,
                busy ? 2 : 4,
                busy ? 2 : 0,
                null,
                "hive-" + i % 100,
                1,
                (long) i,
                now,
                true,
                random.nextDouble() * 100,
                "0.1.0",
                "embedded",
                8192,
                4_000_000_000L,
                now,
                false,
                true);
    }

    private TableView<?> table() {
        return (TableView<?>) view.join().lookup("#workers-table");
    }

    /** Scrolls on by a few rows each frame, and back again at the end. */
    void scroll() {
        TableView<?> table = table();
        scrolling = new AnimationTimer() {
            private int row;
            private int step = 3;

            @Override
            public void handle(long now) {
                row += step;
                if (row <= 0 || row >= MANY - 30) {
                    step = -step;
                }
                table.scrollTo(Math.clamp(row, 0, MANY - 1));
            }
        };
        scrolling.start();
    }

    /** No longer. */
    void still() {
        Platform.runLater(() -> scrolling.stop());
    }

    /** Sorts by a figure that changes all the time. */
    void sortBySpeed() {
        sort(table());
    }

    private static <R> void sort(TableView<R> table) {
        for (TableColumn<R, ?> column : table.getColumns()) {
            if ("speed".equals(column.getId())) {
                table.getSortOrder().add(column);
            }
        }
    }

    @Override
    public void close() {
        still();
        queen.shutdownNow();
        background.close();
    }
}
