package dev.rbee.app.hives;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The table of hives. */
final class HiveTable {
    private record Name(String id, HiveState state) {}

    private HiveTable() {}

    static LiveTable<HiveInfo> of(FleetModel fleet, NodeBook book) {
        LiveTable<HiveInfo> table = new LiveTable<>(
                fleet.hives(),
                hive -> String.join(
                        " ",
                        hive.id(),
                        hive.hostname(),
                        address(hive, book),
                        hive.status().wire(),
                        HiveWords.devices(hive)));
        table.setId("hives-table");
        table.add(
                Columns.drawn(
                        "Name",
                        200,
                        hive -> new Name(hive.id(), hive.status()),
                        Comparator.comparing(Name::id, String.CASE_INSENSITIVE_ORDER),
                        HiveTable::name),
                0);
        table.add(Columns.state("State", 104, HiveInfo::status, HiveWords::badge), 0);
        table.add(Columns.text("Address", 150, hive -> address(hive, book)), 720);
        table.add(Columns.text("Devices", 200, HiveWords::devices), 860);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                "Memory",
                                136,
                                HiveWords::ram,
                                Comparator.comparingLong(MemoryInfo::totalBytes),
                                HiveTable::memory),
                        136),
                520);
        table.add(Columns.number("Workers", 84, HiveInfo::workers, count -> Integer.toString(count)), 600);
        table.add(Columns.text("Version", 76, hive -> hive.version() == null ? "–" : hive.version()), 1000);
        table.add(Columns.age("Last beat", 96, HiveInfo::lastSeen, fleet.now()), 0);
        book.known().addListener((p, old, now) -> table.refresh());
        return table;
    }

    private static String address(HiveInfo hive, NodeBook book) {
        return HiveWords.address(hive, book.known().get().get(hive.id()));
    }

    private static Node name(Name name) {
        var label = Ui.label(name.id());
        label.setGraphic(Marks.hexagon(HiveWords.badge(name.state()).tone()));
        label.setGraphicTextGap(8);
        return label;
    }

    private static Node memory(MemoryInfo memory) {
        long used = memory.totalBytes() - memory.freeBytes();
        String words = Units.share(used, memory.totalBytes());
        MemoryBar bar = new MemoryBar();
        bar.show((double) used / Math.max(1, memory.totalBytes()), words);
        VBox box = new VBox(3, Ui.label(words, "secondary"), bar);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
