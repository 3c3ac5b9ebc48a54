package dev.rbee.app.live;

import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** How fast each worker wrote in the last minutes, in tokens per second over all its busy slots; 0 while it was idle. JavaFX thread only. */
public final class Speeds {
    /** Figures kept for each worker. */
    public static final int KEPT = 150;

    /** Seconds between two figures. */
    public static final int EVERY_S = 2;

    private static final String HIVE = "hive:";

    private final Map<String, Ring> rings = new HashMap<>();
    private final ReadOnlyLongWrapper samples = new ReadOnlyLongWrapper();
    private int seconds;

    /** A second has passed. */
    void tick(Map<String, WorkerInfo> workers) {
        if (++seconds % EVERY_S != 0) {
            return;
        }
        Map<String, Double> hives = new HashMap<>();
        rings.keySet().removeIf(key -> !key.startsWith(HIVE) && !workers.containsKey(key));
        for (WorkerInfo worker : workers.values()) {
            double now = now(worker);
            add(worker.id(), now);
            hives.merge(HIVE + worker.nodeName(), now, Double::sum);
        }
        rings.keySet().removeIf(key -> key.startsWith(HIVE) && !hives.containsKey(key));
        hives.forEach(this::add);
        samples.set(samples.get() + 1);
    }

    private void add(String key, double now) {
        Ring ring = rings.get(key);
        if (ring != null) {
            ring.add(now);
        } else if (now > 0) {
            Ring first = new Ring();
            first.add(now);
            rings.put(key, first);
        }
    }

    private static double now(WorkerInfo worker) {
        int busy = worker.busy();
        Double each = worker.tokensPerSecond();
        return each == null || busy <= 0 || !worker.online() ? 0 : each * busy;
    }

    /** The last figures of that worker, oldest first; none where it never wrote. */
    public List<Double> of(String worker, int most) {
        Ring ring = rings.get(worker);
        return ring == null ? List.of() : ring.last(most);
    }

    /** The last figures of all workers of that hive together. */
    public List<Double> ofHive(String hive, int most) {
        return of(HIVE + hive, most);
    }

    /** Counts the figures that were taken; changes when there are new ones. */
    public ReadOnlyLongProperty samples() {
        return samples.getReadOnlyProperty();
    }

    private static final class Ring {
        private final float[] figures = new float[KEPT];
        private int next;
        private int count;

        void add(double figure) {
            figures[next] = (float) figure;
            next = (next + 1) % KEPT;
            count = Math.min(KEPT, count + 1);
        }

        List<Double> last(int most) {
            int wanted = Math.min(most, count);
            List<Double> list = new ArrayList<>(wanted);
            for (int i = wanted; i > 0; i--) {
                list.add((double) figures[Math.floorMod(next - i, KEPT)]);
            }
            return list;
        }
    }
}
