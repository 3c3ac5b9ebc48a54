package dev.rbee.app.workers;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.Facet;
import dev.rbee.app.table.LiveColumn;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.Comparator;
import java.util.List;

/** The table of workers. */
final class WorkerTable {
    private static final Words WORDS = Words.of(WorkerTable.class);

    private WorkerTable() {}

    static LiveTable<WorkerInfo> of(FleetModel fleet) {
        LiveTable<WorkerInfo> table = new LiveTable<>(
                fleet.workers(),
                worker -> String.join(
                        " ",
                        worker.modelRef(),
                        worker.id(),
                        worker.nodeName(),
                        worker.state().wire(),
                        WorkerWords.badge(worker.state()).word(),
                        WorkerWords.device(worker)));
        table.setId("workers-table");
        table.setAccessibleText(WORDS.get("table"));
        table.add("model", Columns.text(WORDS.get("column.model"), 240, WorkerInfo::modelRef), 0);
        table.add("state", Columns.state(WORDS.get("column.state"), 116, WorkerInfo::state, WorkerWords::badge), 0);
        table.add("hive", Columns.text(WORDS.get("column.hive"), 110, WorkerInfo::nodeName), 560);
        table.add("device", Columns.text(WORDS.get("column.device"), 104, WorkerWords::device), 900);
        table.add(
                "slots",
                Columns.fixed(
                        Columns.redrawn(
                                WORDS.get("column.slots"),
                                104,
                                worker -> new SlotDots.Slots(worker.busy(), worker.slotsTotal()),
                                Comparator.comparingInt(SlotDots.Slots::busy),
                                SlotDots::new,
                                SlotDots::show),
                        104),
                680);
        LiveColumn<WorkerInfo, Double> speed =
                Columns.number(WORDS.get("column.speed"), 140, WorkerInfo::tokensPerSecond, Units::speed);
        speed.setCellFactory(column -> new SpeedCell(fleet.speeds()));
        table.add("speed", speed, 440);
        table.add("memory", Columns.number(WORDS.get("column.memory"), 90, WorkerInfo::memoryBytes, Units::bytes), 820);
        table.add("context", Columns.number(WORDS.get("column.context"), 80, WorkerInfo::context, Units::tokens), 1000);
        table.add("since", Columns.age(WORDS.get("column.since"), 100, WorkerInfo::since, fleet.now()), 1090);
        table.add("beat", Columns.age(WORDS.get("column.beat"), 96, WorkerInfo::lastSeen, fleet.now()), 780);
        return table;
    }

    /** Ways to tell workers apart; the state first, because it makes the chips. */
    static List<Facet<WorkerInfo>> facets() {
        return List.of(
                new Facet<>("state", WORDS.get("facet.state"), WorkerTable::state),
                new Facet<>("hive", WORDS.get("facet.hive"), worker -> named(worker.nodeName())),
                new Facet<>("model", WORDS.get("facet.model"), worker -> named(worker.modelRef())),
                new Facet<>("device", WORDS.get("facet.device"), worker -> named(WorkerWords.device(worker))));
    }

    private static Facet.Kind state(WorkerInfo worker) {
        return new Facet.Kind(
                worker.state().wire(),
                WorkerWords.badge(worker.state()).word(),
                worker.state().compareTo(WorkerState.LOADING));
    }

    private static Facet.Kind named(String name) {
        return new Facet.Kind(name, name, 0);
    }
}
