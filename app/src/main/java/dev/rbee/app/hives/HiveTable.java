package dev.rbee.app.hives;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.Facet;
import dev.rbee.app.table.LiveColumn;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The table of hives. */
final class HiveTable {
    private static final Words WORDS = Words.of(HiveTable.class);

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
        table.setAccessibleText(WORDS.get("name"));
        table.add(
                "name",
                Columns.drawn(
                        WORDS.get("column.name"),
                        200,
                        hive -> new Name(hive.id(), hive.status()),
                        Comparator.comparing(Name::id, String.CASE_INSENSITIVE_ORDER),
                        HiveTable::name),
                0);
        table.add("state", Columns.state(WORDS.get("column.state"), 104, HiveInfo::status, HiveWords::badge), 0);
        table.add("address", Columns.text(WORDS.get("column.address"), 150, hive -> address(hive, book)), 780);
        table.add("devices", Columns.text(WORDS.get("column.devices"), 200, HiveWords::devices), 900);
        table.add(
                "memory",
                Columns.fixed(
                        Columns.drawn(
                                WORDS.get("column.memory"),
                                136,
                                HiveWords::memory,
                                Comparator.comparingLong(
                                        memory -> memory.first().totalBytes()),
                                HiveTable::memory),
                        136),
                520);
        table.add(
                "workers",
                Columns.number(WORDS.get("column.workers"), 84, HiveInfo::workers, count -> Integer.toString(count)),
                640);
        LiveColumn<HiveInfo, String> speed = Columns.text(WORDS.get("column.speed"), 96, HiveInfo::id);
        speed.setSortable(false);
        speed.getStyleClass().add("right");
        speed.setCellFactory(column -> new HiveSpeedCell(fleet.speeds()));
        table.add("speed", Columns.fixed(speed, 96), 720);
        table.add(
                "version",
                Columns.text(
                        WORDS.get("column.version"),
                        76,
                        hive -> hive.version() == null ? WORDS.get("unknown") : hive.version()),
                1060);
        table.add("beat", Columns.age(WORDS.get("column.beat"), 96, HiveInfo::lastSeen, fleet.now()), 420);
        book.known().addListener((p, old, now) -> table.refresh());
        return table;
    }

    private static String address(HiveInfo hive, NodeBook book) {
        return HiveWords.address(hive, book.known().get().get(hive.id()));
    }

    private static Node name(Name name) {
        var label = Ui.whole(Ui.label(name.id()));
        label.setGraphic(Marks.hexagon(HiveWords.badge(name.state()).tone()));
        label.setGraphicTextGap(8);
        return label;
    }

    /** Ways to tell hives apart; the state first, because it makes the chips. */
    static List<Facet<HiveInfo>> facets() {
        return List.of(
                new Facet<>("state", WORDS.get("facet.state"), HiveTable::kind),
                new Facet<>("devices", WORDS.get("facet.devices"), hive -> named(HiveWords.devices(hive))),
                new Facet<>(
                        "version",
                        WORDS.get("facet.version"),
                        hive -> named(hive.version() == null ? WORDS.get("unknown") : hive.version())));
    }

    private static Facet.Kind kind(HiveInfo hive) {
        return new Facet.Kind(
                hive.status().wire(),
                HiveWords.badge(hive.status()).word(),
                hive.status().compareTo(HiveState.UNKNOWN));
    }

    private static Facet.Kind named(String name) {
        return new Facet.Kind(name, name, 0);
    }

    private static Node memory(HiveWords.Memory both) {
        MemoryInfo memory = both.first();
        long used = memory.totalBytes() - memory.freeBytes();
        String words =
                WORDS.get(both.gpu() == null ? "memory.ram" : "memory.gpu", Units.share(used, memory.totalBytes()));
        MemoryBar bar = new MemoryBar();
        bar.show((double) used / Math.max(1, memory.totalBytes()), words);
        VBox box = new VBox(3, Ui.label(words, "secondary"), bar);
        if (both.gpu() != null) {
            long taken = both.ram().totalBytes() - both.ram().freeBytes();
            MemoryBar second = new MemoryBar();
            String more = WORDS.get("memory.ram", Units.share(taken, both.ram().totalBytes()));
            second.show((double) taken / Math.max(1, both.ram().totalBytes()), more);
            second.getStyleClass().add("thin");
            box.getChildren().add(second);
            Tooltip.install(box, Ui.tip(words + "\n" + more, null));
        }
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
