package dev.rbee.app.hives;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.logs.LogView;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of one hive: devices, memory, models, workers, engines. */
final class HiveDetail {
    private record Shown(HiveInfo hive, List<WorkerInfo> workers, dev.rbee.contract.nodes.@Nullable Node node) {}

    private final DetailPane pane;
    private static final Words WORDS = Words.of(HiveDetail.class);

    private final NodeBook book;
    private final Navigator navigator;
    private final HiveActions actions;
    private final ActionBar bar;
    private final LogView log;
    private final Pill pill = new Pill();
    private final Label since = Ui.paragraph("", "secondary");
    private final ReadOnlyObjectProperty<Instant> now;
    private final Label message = Ui.paragraph("", "secondary");
    private final VBox doing = new VBox();
    private final VBox rest = new VBox(16);
    private final EngineSection engines;
    private @Nullable Row<HiveInfo> row;
    private Collection<WorkerInfo> workers = List.of();
    private @Nullable Shown shown;

    HiveDetail(
            HiveParts parts, NodeBook book, HiveActions actions, ReadOnlyObjectProperty<Instant> now, Runnable close) {
        this.book = book;
        this.now = now;
        pane = new DetailPane(close);
        pane.setId("hive-detail");
        this.actions = actions;
        navigator = parts.navigator();
        bar = new ActionBar(this::act);
        engines = new EngineSection(parts.engines(), parts.queen(), parts.background(), parts.dialogs());
        log = new LogView(parts.logs(), parts.background(), "hive-log");
        since.setId("hive-since");
        now.addListener((p, old, later) -> ages());
        pane.fill(new VBox(6, pill, since), message, new VBox(bar, doing), rest, engines, log);
    }

    /** How long it has been so, and when it was last heard. */
    private void ages() {
        if (row != null) {
            HiveInfo hive = row.now();
            Instant seen = hive.lastSeen();
            String span = Units.span(
                    Math.max(0, Duration.between(hive.since(), now.get()).toSeconds()));
            since.setText(
                    seen == null
                            ? WORDS.get("standing.silent", span)
                            : WORDS.get("standing", span, Units.ago(seen, now.get())));
        }
    }

    private void act(Verb verb) {
        if (row != null) {
            actions.act(row.now(), workers, verb);
        }
    }

    /** The page is left: the log is no longer read. */
    void rest() {
        log.show(null);
    }

    DetailPane pane() {
        return pane;
    }

    void show(@Nullable Row<HiveInfo> selected, FleetView view) {
        row = selected;
        Ui.shown(pane, selected != null);
        if (selected == null) {
            log.show(null);
            return;
        }
        HiveInfo hive = selected.now();
        workers = view.workers().values();
        var node = book.known().get().get(hive.id());
        List<WorkerInfo> own = workers.stream()
                .filter(worker -> worker.nodeName().equals(hive.id()))
                .toList();
        pane.about(hive.id(), hive.id());
        pane.old(!view.connected());
        pill.show(HiveWords.badge(hive.status()));
        ages();
        bar.show(Verbs.of(hive, node));
        bar.setDisable(!view.connected());
        Node progress = actions.progress(hive.id());
        VBox.setMargin(progress, new Insets(12, 0, 0, 0));
        doing.getChildren().setAll(progress);
        log.show(view.connected() ? hive.id() : null);
        engines.show(hive, view.connected());
        Shown next = new Shown(hive, own, node);
        if (!next.equals(shown)) {
            shown = next;
            fill(next);
        }
    }

    private void fill(Shown now) {
        HiveInfo hive = now.hive;
        message.setText(hive.message() == null ? "" : hive.message());
        Ui.shown(message, hive.message() != null);
        rest.getChildren().setAll(HiveFacts.of(hive, now.node));
        Capabilities capabilities = hive.capabilities();
        if (capabilities != null) {
            rest.getChildren().addAll(devices(hive, capabilities), models(capabilities));
        }
        rest.getChildren().add(workers(now.workers));
    }

    private static Node devices(HiveInfo hive, Capabilities capabilities) {
        VBox box = section(WORDS.get("devices.head"));
        for (DeviceInfo device : capabilities.devices()) {
            if (device.deviceType().equals("gpu") && device.totalBytes() != null) {
                long free = device.vramFreeBytes() == null ? 0 : device.vramFreeBytes();
                box.getChildren().add(bar(device.name(), new MemoryInfo(device.totalBytes(), free)));
            }
        }
        MemoryInfo ram = HiveWords.ram(hive);
        if (ram != null) {
            box.getChildren().add(bar(WORDS.get("devices.ram"), ram));
        }
        box.getChildren().add(bar(WORDS.get("devices.disk"), capabilities.disk()));
        return box;
    }

    private static Node bar(String name, MemoryInfo memory) {
        long used = memory.totalBytes() - memory.freeBytes();
        String words = WORDS.get("memory.free", Units.bytes(memory.freeBytes()), Units.bytes(memory.totalBytes()));
        MemoryBar bar = new MemoryBar();
        bar.show((double) used / Math.max(1, memory.totalBytes()), name + ": " + words);
        return new VBox(4, Ui.paragraph(name), bar, Ui.label(words, "secondary"));
    }

    private Node models(Capabilities capabilities) {
        VBox box = section(WORDS.get("models.head"));
        for (ModelEntry model : capabilities.models()) {
            box.getChildren().add(line(model.id(), Units.bytes(model.sizeBytes()), "models", model.id()));
        }
        return none(box);
    }

    private Node workers(List<WorkerInfo> workers) {
        VBox box = section(WORDS.get("workers.head"));
        for (WorkerInfo worker : workers) {
            box.getChildren()
                    .add(line(
                            worker.modelRef(), WorkerWords.badge(worker.state()).word(), "workers", worker.id()));
        }
        return none(box);
    }

    private Node line(String name, String more, String page, String id) {
        Hyperlink link = Ui.whole(new Hyperlink(name));
        link.getStyleClass().add("plain-link");
        link.setOnAction(e -> navigator.reveal(page, id));
        Label right = Ui.label(more, "secondary");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, link, Ui.spacer(), right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static VBox section(String name) {
        return new VBox(8, Ui.label(name, "section"));
    }

    private static VBox none(VBox box) {
        if (box.getChildren().size() == 1) {
            box.getChildren().add(Ui.label(WORDS.get("none"), "secondary"));
        }
        return box;
    }
}
