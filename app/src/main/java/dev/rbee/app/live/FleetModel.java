package dev.rbee.app.live;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The fleet as the pages see it. JavaFX thread only; {@link #show} gets each news once, in order. */
public final class FleetModel {
    private final Rows<HiveInfo> hives = new Rows<>();
    private final Rows<WorkerInfo> workers = new Rows<>();
    private final ReadOnlyObjectWrapper<FleetView> view;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Speeds speeds = new Speeds();
    private final HiveCounts counts = new HiveCounts();
    private final InstantSource clock;

    /** Nothing known yet. */
    public FleetModel(InstantSource clock, Link link) {
        this.clock = clock;
        view = new ReadOnlyObjectWrapper<>(FleetView.empty(link));
        now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /** Shows what is known now. */
    public void show(FleetNews news) {
        now.set(clock.instant());
        hives.apply(counts.of(news));
        workers.apply(news.workers());
        view.set(news.view());
    }

    /** A second has passed. */
    public void tick() {
        now.set(clock.instant());
        speeds.tick(view.get().workers());
    }

    /** How fast workers were. */
    public Speeds speeds() {
        return speeds;
    }

    /** All of it. */
    public ReadOnlyObjectProperty<FleetView> view() {
        return view.getReadOnlyProperty();
    }

    /** The time ages are counted from; moves once a second. */
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /** A row for each hive. */
    public Rows<HiveInfo> hives() {
        return hives;
    }

    /** A row for each worker. */
    public Rows<WorkerInfo> workers() {
        return workers;
    }
}
