package dev.rbee.app.hives;

import dev.rbee.app.live.Row;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of one hive: devices, memory, models, workers, engines. */
final class HiveDetail {
    private record Shown(HiveInfo hive, List<WorkerInfo> workers) {}

    private final DetailPane pane;
    private @Nullable Shown shown;

    HiveDetail(Runnable close) {
        pane = new DetailPane(close);
        pane.setId("hive-detail");
    }

    DetailPane pane() {
        return pane;
    }

    void show(@Nullable Row<HiveInfo> row, Collection<WorkerInfo> all) {
        Ui.shown(pane, row != null);
        if (row == null) {
            return;
        }
        HiveInfo hive = row.now();
        Shown now = new Shown(
                hive,
                all.stream()
                        .filter(worker -> worker.nodeName().equals(hive.id()))
                        .toList());
        if (Objects.equals(now, shown)) {
            return;
        }
        shown = now;
        pane.title(hive.id());
        VBox parts = new VBox(16, new Pill(HiveWords.badge(hive.status())));
        String message = hive.message();
        if (message != null) {
            parts.getChildren().add(Ui.paragraph(message, "secondary"));
        }
        Facts facts = new Facts().add("Where", HiveWords.address(hive)).addCode("Address", hive.url());
        Capabilities capabilities = hive.capabilities();
        if (capabilities != null) {
            facts.add("System", capabilities.os() + ", " + capabilities.arch());
            facts.add(
                    "Processor",
                    capabilities.cpu().name() + ", "
                            + Units.count(capabilities.cpu().threads(), "thread", "threads"));
        }
        if (hive.pid() != null) {
            facts.add("Process", "pid " + hive.pid());
        }
        parts.getChildren().add(facts);
        if (capabilities != null) {
            parts.getChildren().addAll(devices(hive, capabilities), models(capabilities), engines(capabilities));
        }
        parts.getChildren().add(workers(now.workers));
        pane.fill(parts);
    }

    private static Node devices(HiveInfo hive, Capabilities capabilities) {
        VBox box = section("Devices and memory");
        for (DeviceInfo device : capabilities.devices()) {
            if (device.deviceType().equals("gpu") && device.vramBytes() != null) {
                long free = device.vramFreeBytes() == null ? 0 : device.vramFreeBytes();
                box.getChildren().add(bar(device.name(), new MemoryInfo(device.vramBytes(), free)));
            }
        }
        MemoryInfo ram = HiveWords.ram(hive);
        if (ram != null) {
            box.getChildren().add(bar("Main memory", ram));
        }
        box.getChildren().add(bar("Disk with the models", capabilities.disk()));
        return box;
    }

    private static Node bar(String name, MemoryInfo memory) {
        long used = memory.totalBytes() - memory.freeBytes();
        String words = Units.bytes(memory.freeBytes()) + " free of " + Units.bytes(memory.totalBytes());
        MemoryBar bar = new MemoryBar();
        bar.show((double) used / Math.max(1, memory.totalBytes()), name + ": " + words);
        return new VBox(4, Ui.paragraph(name), bar, Ui.label(words, "secondary"));
    }

    private static Node models(Capabilities capabilities) {
        VBox box = section("Models on disk");
        for (ModelEntry model : capabilities.models()) {
            box.getChildren().add(Ui.paragraph(model.id() + "  ·  " + Units.bytes(model.sizeBytes())));
        }
        return none(box);
    }

    private static Node engines(Capabilities capabilities) {
        VBox box = section("Engines");
        for (EngineInfo engine : capabilities.engines()) {
            String words = engine.name() + " " + engine.version();
            box.getChildren()
                    .add(Ui.paragraph(engine.available() ? words : words + ": cannot run here, " + engine.reason()));
        }
        return none(box);
    }

    private static Node workers(List<WorkerInfo> workers) {
        VBox box = section("Workers");
        for (WorkerInfo worker : workers) {
            box.getChildren()
                    .add(Ui.paragraph(
                            worker.modelRef() + "  ·  " + worker.state().wire()));
        }
        return none(box);
    }

    private static VBox section(String name) {
        return new VBox(8, Ui.label(name, "section"));
    }

    private static VBox none(VBox box) {
        if (box.getChildren().size() == 1) {
            box.getChildren().add(Ui.label("None", "secondary"));
        }
        return box;
    }
}
