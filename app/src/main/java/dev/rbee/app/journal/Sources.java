package dev.rbee.app.journal;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which logs there are. Pure. */
final class Sources {
    private static final Words WORDS = Words.of(Sources.class);

    /** Logs that are read at a time: each is a stream from the queen. */
    static final int MOST = 12;

    private Sources() {}

    /** {@code own}: the queen runs in this program, so that both write one log. */
    static List<Source> of(FleetView view, boolean own) {
        List<Source> all = new ArrayList<>();
        if (own) {
            all.add(new Source("application", Source.Kind.APPLICATION, WORDS.get("source.own")));
        } else {
            all.add(new Source("queen", Source.Kind.QUEEN, WORDS.get("source.queen")));
            all.add(new Source("application", Source.Kind.APPLICATION, WORDS.get("source.application")));
        }
        view.hives().keySet().stream()
                .sorted()
                .forEach(id -> all.add(new Source("hive:" + id, Source.Kind.HIVE, WORDS.get("source.hive", id))));
        view.workers().values().stream()
                .filter(worker -> !"attached".equals(worker.implementation()))
                .sorted(Comparator.comparing(WorkerInfo::modelRef).thenComparing(WorkerInfo::id))
                .forEach(worker -> all.add(new Source(
                        "worker:" + worker.id(),
                        Source.Kind.WORKER,
                        WORDS.get("source.worker", worker.modelRef(), worker.id()))));
        return all;
    }

    /** What is read before anybody chose: the programs, then hives, then workers, as many as may be. */
    static Set<String> usual(List<Source> all) {
        Set<String> ids = new LinkedHashSet<>();
        all.stream().limit(MOST).forEach(source -> ids.add(source.id()));
        return ids;
    }
}
