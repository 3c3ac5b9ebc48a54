package dev.rbee.app.workers;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.Comparator;

/** The table of workers. */
final class WorkerTable {
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
        table.add(Columns.text("Model", 190, WorkerInfo::modelRef), 0);
        table.add(Columns.state("State", 116, WorkerInfo::state, WorkerWords::badge), 0);
        table.add(Columns.text("Hive", 110, WorkerInfo::nodeName), 500);
        table.add(Columns.text("Device", 90, WorkerWords::device), 860);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                "Slots",
                                104,
                                worker -> new SlotDots.Slots(
                                        worker.slotsTotal() - worker.slotsAvailable(), worker.slotsTotal()),
                                Comparator.comparingInt(SlotDots.Slots::busy),
                                SlotDots::new),
                        104),
                600);
        table.add(Columns.number("Speed", 90, WorkerInfo::tokensPerSecond, Units::speed), 0);
        table.add(Columns.number("Memory", 90, WorkerInfo::memoryBytes, Units::bytes), 780);
        table.add(Columns.number("Context", 80, WorkerInfo::context, Units::tokens), 960);
        table.add(Columns.age("Since", 90, WorkerInfo::since, fleet.now()), 1060);
        table.add(Columns.age("Last beat", 96, WorkerInfo::lastSeen, fleet.now()), 700);
        return table;
    }
}
