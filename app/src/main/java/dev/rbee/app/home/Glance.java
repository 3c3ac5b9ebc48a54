package dev.rbee.app.home;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fleet in four numbers. Pure. */
final class Glance {
    private static final Words WORDS = Words.of(Glance.class);

    /** A number, its unit, one line more. */
    record Number(String value, String unit, String more) {}

    private Glance() {}

    static Number hives(FleetView view) {
        int all = view.hives().size();
        long online = view.hives().values().stream().filter(HiveInfo::online).count();
        if (all == 0) {
            return new Number("0", "", WORDS.get("hives.none"));
        }
        String more = online == all ? WORDS.get("hives.all") : WORDS.get("hives.off", all - online);
        return new Number("" + online, online == all ? "" : WORDS.get("of", all), more);
    }

    static Number workers(FleetView view) {
        int all = view.workers().size();
        long ready = view.workers().values().stream().filter(Glance::ready).count();
        List<String> more = new ArrayList<>();
        long loading = view.workers().values().stream()
                .filter(worker -> worker.state() == WorkerState.LOADING)
                .count();
        if (loading > 0) {
            more.add(WORDS.get("workers.loading", loading));
        }
        more.add(WORDS.get("models.installed", models(view)));
        return new Number("" + ready, ready == all ? "" : WORDS.get("of", all), String.join("  ·  ", more));
    }

    private static boolean ready(WorkerInfo worker) {
        return switch (worker.state()) {
            case IDLE, BUSY -> worker.online();
            case LOADING, DRAINING, SUSPECT, OFFLINE -> false;
        };
    }

    private static int models(FleetView view) {
        return view.hives().values().stream()
                .flatMap(hive -> {
                    var capabilities = hive.capabilities();
                    return capabilities == null ? List.<ModelEntry>of().stream() : capabilities.models().stream();
                })
                .map(ModelEntry::id)
                .collect(Collectors.toSet())
                .size();
    }

    static Number speed(FleetView view) {
        FleetStats stats = view.stats();
        if (stats == null) {
            return new Number("–", "", WORDS.get("speed.unknown"));
        }
        double speed = stats.tokensPerSecond();
        return new Number(
                String.format(Locale.ROOT, speed > 0 && speed < 10 ? "%.1f" : "%.0f", speed),
                "tok/s",
                WORDS.get("speed.requests", Math.round(stats.requestsPerMinute())));
    }

    static Number queue(FleetView view) {
        FleetStats stats = view.stats();
        if (stats == null) {
            return new Number("–", "", WORDS.get("speed.unknown"));
        }
        return new Number(
                "" + stats.requestsWaiting(),
                stats.requestsWaiting() == 0 ? "" : WORDS.get("queue.waiting"),
                longest(stats.queues(), stats.requestsRunning()));
    }

    private static String longest(List<QueueInfo> queues, int running) {
        @Nullable
        QueueInfo most = queues.stream()
                .filter(queue -> queue.waiting() > 0)
                .max(Comparator.comparingInt(QueueInfo::waiting))
                .orElse(null);
        if (most == null) {
            return WORDS.get("queue.running", running);
        }
        Double wait = most.expectedWaitS();
        return wait == null
                ? WORDS.get("queue.model", most.model())
                : WORDS.get("queue.model.wait", most.model(), Units.span(Math.max(1, Math.round(wait))));
    }
}
