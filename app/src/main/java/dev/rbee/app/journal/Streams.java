package dev.rbee.app.journal;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.JournalSource;
import dev.rbee.contract.problem.Problem;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the chosen logs, each on a thread of its own, into one feed. JavaFX thread only. */
final class Streams {
    private final JournalSource logs;
    private final Background background;
    private final InstantSource clock;
    private final AppendFeed<Entry> feed;
    private final Runnable changed;
    private final Map<String, Task> reading = new HashMap<>();
    private final Map<String, Problem> failed = new LinkedHashMap<>();

    /** {@code changed} is told when one could not be read, or can again. */
    Streams(
            JournalSource logs,
            Background background,
            InstantSource clock,
            Consumer<List<Entry>> lines,
            Runnable changed) {
        this.logs = logs;
        this.background = background;
        this.clock = clock;
        this.feed = new AppendFeed<>(FxThread.LATER, lines);
        this.changed = changed;
    }

    /** Reads exactly these from now on; those that could not be read are left alone until {@link #again}. */
    void read(Collection<Source> wanted) {
        List<String> ids = wanted.stream().map(Source::id).toList();
        reading.entrySet().removeIf(each -> {
            boolean gone = !ids.contains(each.getKey());
            if (gone) {
                each.getValue().cancel();
            }
            return gone;
        });
        failed.keySet().retainAll(ids);
        for (Source source : wanted) {
            if (!reading.containsKey(source.id()) && !failed.containsKey(source.id())) {
                open(source);
            }
        }
    }

    private void open(Source source) {
        LineReader reader = new LineReader(source);
        Task task = background.start(
                () -> {
                    logs.follow(source.id(), (line, at) -> feed.offer(reader.read(line, at, clock.instant())));
                    return source;
                },
                ended -> reading.remove(source.id()),
                problem -> {
                    reading.remove(source.id());
                    failed.put(source.id(), problem);
                    changed.run();
                });
        reading.put(source.id(), task);
    }

    /** Why some are not read, by their ids. */
    Map<String, Problem> failed() {
        return failed;
    }

    /** Those that failed may be tried again. */
    void again() {
        failed.clear();
    }

    /** Reads none. */
    void rest() {
        reading.values().forEach(Task::cancel);
        reading.clear();
        failed.clear();
    }
}
