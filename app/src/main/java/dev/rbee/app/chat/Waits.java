package dev.rbee.app.chat;

import dev.rbee.app.catalog.TransferWords;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer waits for, and which models could be started for one. Pure. */
final class Waits {
    private static final Words WORDS = Words.of(Waits.class);

    /** Nothing special. */
    static final Wait FIRST_WORDS = new Wait(WORDS.get("wait.first"), null);

    /** The connection broke and it is asked again. */
    static final Wait BROKEN = new Wait(WORDS.get("wait.broken"), null);

    /**
     * What is going on before the first words.
     *
     * @param share of it that is done, 0 to 1; null where that cannot be said
     * @param place in the queue, from 1; 0 where it stands in none
     */
    record Wait(String words, @Nullable Double share, int place) {
        Wait(String words, @Nullable Double share) {
            this(words, share, 0);
        }
    }

    private Waits() {}

    /** What an answer of that choice waits for now, when it was that before. */
    static Wait of(Choice choice, FleetView view, Wait before) {
        Optional<String> model = model(choice, view);
        if (model.isEmpty()) {
            return queue(choice, view, before);
        }
        String name = model.get();
        Optional<JobInfo> job = job(name, "pull", view).or(() -> job(name, "spawn", view));
        if (job.isPresent()) {
            return wait(job.get());
        }
        return view.workers().values().stream()
                .filter(worker -> worker.modelRef().equals(name) && worker.state() == WorkerState.LOADING)
                .findFirst()
                .map(worker -> new Wait(WORDS.get("wait.loading", name, worker.nodeName()), null))
                .orElse(FIRST_WORDS);
    }

    /** The queue of its model: whoever came last stands at its end, and comes forward as others go. */
    private static Wait queue(Choice choice, FleetView view, Wait before) {
        FleetStats stats = view.stats();
        String name = Destination.best(choice, view.workers().values())
                .map(WorkerInfo::modelRef)
                .orElse(choice.model());
        if (stats == null || !view.connected()) {
            return before.place() > 0 ? FIRST_WORDS : before;
        }
        return stats.queues().stream()
                .filter(queue -> queue.model().equals(name) && queue.waiting() > 0)
                .findFirst()
                .map(queue -> queued(queue, before))
                .orElse(before.place() > 0 ? FIRST_WORDS : before);
    }

    private static Wait queued(QueueInfo queue, Wait before) {
        int place = before.place() > 0 ? Math.min(before.place(), queue.waiting()) : queue.waiting();
        Double newest = queue.expectedWaitS();
        if (newest == null) {
            return new Wait(WORDS.get("wait.queue", place), null, place);
        }
        long seconds = Math.max(1, Math.round(newest * place / queue.waiting()));
        return new Wait(WORDS.get("wait.queue.expected", place, Units.span(seconds)), null, place);
    }

    /** The model that is waited for; empty where a worker is ready to answer at once. */
    private static Optional<String> model(Choice choice, FleetView view) {
        return Destination.best(choice, view.workers().values()).isPresent()
                ? Optional.empty()
                : Destination.awaited(choice, view.workers().values());
    }

    private static Optional<JobInfo> job(String model, String kind, FleetView view) {
        String wanted = model.toLowerCase(Locale.ROOT);
        return view.jobs().values().stream()
                .filter(job -> job.state() == JobState.RUNNING && job.kind().equals(kind))
                .filter(job -> job.title().toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst();
    }

    private static Wait wait(JobInfo job) {
        String line = TransferWords.line(job);
        String words =
                line.isEmpty() ? job.title() + "…" : job.transfer() == null ? line : job.title() + "  ·  " + line;
        return new Wait(words, TransferWords.share(job));
    }

    /** The context that model was trained with, tokens; null where nobody knows. */
    static @Nullable Integer trained(String model, FleetView view) {
        return view.hives().values().stream()
                .filter(hive -> hive.capabilities() != null)
                .flatMap(hive -> Objects.requireNonNull(hive.capabilities()).models().stream())
                .filter(each -> each.id().equals(model))
                .map(ModelEntry::context)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Models that are on a disk but in no worker: a chat with one starts it. Sorted. */
    static List<String> startable(FleetView view) {
        Set<String> loaded =
                view.workers().values().stream().map(WorkerInfo::modelRef).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        view.hives().values().stream()
                .filter(hive -> hive.online() && hive.capabilities() != null)
                .flatMap(hive -> Objects.requireNonNull(hive.capabilities()).models().stream())
                .filter(model -> model.state().equals("installed") && model.chat())
                .map(ModelEntry::id)
                .filter(id -> !loaded.contains(id))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
