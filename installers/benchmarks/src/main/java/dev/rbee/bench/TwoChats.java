package dev.rbee.bench;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Link;
import dev.rbee.app.live.Mirror;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.workers.WorkerInfo;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Two chat pages side by side, as they are in the application, each with an answer that grows by two hundred tokens a second; at its end the next question is asked. */
final class TwoChats implements AutoCloseable {
    private final CompletableFuture<Parent> view = new CompletableFuture<>();
    private final List<OneChat> chats = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            chats.forEach(OneChat::ask);
        }
    };

    TwoChats(Path folder, WorkerInfo worker) {
        FxThread.LATER.execute(() -> make(folder, worker));
    }

    private void make(Path folder, WorkerInfo worker) {
        Link link = new Link.Connected("http://127.0.0.1:1");
        FleetModel fleet = new FleetModel(InstantSource.system(), link);
        Mirror mirror = new Mirror(link);
        mirror.reset(new FleetSnapshot(
                1, "bench", List.of(), List.of(worker), List.of(), new FleetStats(0, 0, 0, 0, List.of()), List.of()));
        fleet.show(mirror.take());
        HBox both = new HBox(16);
        for (int i = 0; i < 2; i++) {
            OneChat chat = new OneChat(folder.resolve("chats" + i + ".db"), fleet);
            HBox.setHgrow(chat.view(), Priority.ALWAYS);
            chats.add(chat);
            both.getChildren().add(chat.view());
        }
        timer.start();
        view.complete(both);
    }

    Parent view() throws Exception {
        return view.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        FxThread.LATER.execute(() -> {
            timer.stop();
            chats.forEach(OneChat::close);
            closed.complete(null);
        });
        closed.get(60, TimeUnit.SECONDS);
    }
}
