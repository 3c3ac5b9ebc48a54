package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.memory.MemoryRules;
import dev.rbee.service.queen.memory.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hive for one worker and makes room there: waits for its turn, unloads others, has the file brought. Blocks, on the spawn's own
 * thread; the memory stays reserved for the job.
 */
final class Places {
    private static final long LOOK_MS = 250;
    /** Nobody waits for it any more for so long: it is given up. */
    private static final long ABANDONED_NANOS = 3_000_000_000L;

    private final SpawnParts parts;
    private final Known known;
    private final JobContext job;
    private final SpawnWorker order;
    private final boolean asked;
    private final @Nullable String named;
    private final MemoryRules rules;
    private final long since;
    private String model;
    private long wantedLast;
    /** The hive on which others were unloaded for it. */
    private @Nullable String pinned;
    /** Why that one. */
    private @Nullable WhyHere pinnedWhy;

    /**
     * For one job.
     *
     * @param asked requests wait for it: others may be unloaded for it, and one that is on its way will do
     * @param named who named the hive; null: it is free to choose
     */
    Places(SpawnParts parts, JobContext job, SpawnWorker order, String model, boolean asked, @Nullable String named) {
        this.parts = parts;
        this.known = new Known(parts);
        this.job = job;
        this.order = order;
        this.model = model;
        this.asked = asked;
        this.named = named;
        this.rules = asked ? parts.rules() : new MemoryRules(false, Duration.ZERO);
        this.since = parts.nanos().getAsLong();
        this.wantedLast = since;
    }

    /** Throws {@link ProblemException} where there is none and none can be made. */
    Place find() throws InterruptedException {
        boolean first = asked;
        while (true) {
            job.checkCancelled();
            List<HiveInfo> all = parts.hives().get();
            parts.reservations().measured(all);
            List<HiveInfo> usable = Placement.usable(all, pinned == null ? order.hive() : pinned);
            Optional<ModelEntry> file = known.file(all, model);
            if (file.isEmpty()) {
                Optional<HiveInfo> unlisted = known.unlisted(usable, model);
                if (unlisted.isPresent()) {
                    return new Place(
                            unlisted.get(), model, WhyHere.only("It is the hive that has the model's file."), null);
                }
                bring(order.hive(), all);
                continue;
            }
            List<Candidates.Candidate> ranked = ranked(usable, file.get());
            if (first) {
                first = false;
                Candidates.Candidate best = ranked.getFirst();
                Optional<String> present = best.file() ? known.present(best.hive(), model) : Optional.empty();
                if (present.isPresent()) {
                    return new Place(best.hive(), model, why(ranked, all), present.get());
                }
            }
            Set<String> hives = ranked.stream().map(each -> each.hive().id()).collect(Collectors.toSet());
            Optional<Place> place = step(ranked.getFirst(), why(ranked, all), all, hives);
            if (place.isPresent()) {
                return place.get();
            }
            checkWanted();
            Thread.sleep(LOOK_MS);
        }
    }

    private List<Candidates.Candidate> ranked(List<HiveInfo> usable, ModelEntry file) {
        boolean copies = (asked || order.hive() != null) && parts.provider().offers(model);
        List<HiveInfo> having = usable.stream()
                .filter(hive -> Placement.entry(hive, model) != null)
                .toList();
        return Candidates.ranked(
                copies || having.isEmpty() ? usable : having,
                file,
                order,
                parts.needs(),
                hive -> parts.rooms().of(hive, job.jobId()),
                rules,
                since,
                hive -> parts.line().first(job.jobId(), since, hive.id()),
                parts.nanos().getAsLong());
    }

    private WhyHere why(List<Candidates.Candidate> ranked, List<HiveInfo> all) {
        WhyHere before = pinnedWhy;
        return before == null ? WhyHere.of(ranked, all, named) : before;
    }

    private Optional<Place> step(Candidates.Candidate best, WhyHere why, List<HiveInfo> all, Set<String> hives)
            throws InterruptedException {
        String hive = best.hive().id();
        switch (best.step()) {
            case Step.Start _ -> {
                if (!best.file()) {
                    bring(hive, all);
                    return Optional.empty();
                }
                parts.reservations().hold(job.jobId(), hive, best.bytes());
                return Optional.of(new Place(best.hive(), model, why, null));
            }
            case Step.Unload unload -> {
                pinned = hive;
                pinnedWhy = why;
                parts.line().leave(job.jobId());
                parts.reservations().hold(job.jobId(), hive, best.bytes());
                job.progress(0.05, "making room for " + model + " on hive " + hive);
                unload.workers().forEach(worker -> parts.unloading().unload(worker, "it makes room for " + model));
            }
            case Step.Wait wait -> {
                job.progress(0.04, wait.why());
                if (pinned == null) {
                    parts.line().enter(job.jobId(), since, hives);
                }
            }
        }
        return Optional.empty();
    }

    private void bring(@Nullable String hive, List<HiveInfo> all) throws InterruptedException {
        if (!parts.provider().offers(model)) {
            throw known.missing(all, model, order.hive());
        }
        model = parts.provider().bring(job, model, hive);
    }

    private void checkWanted() {
        long now = parts.nanos().getAsLong();
        wantedLast = !asked || parts.wanted().test(model) ? now : wantedLast;
        if (now - wantedLast > ABANDONED_NANOS) {
            throw ProblemException.of(
                    ProblemCode.CANCELLED, "Nobody waits for model " + model + " any more.", "Ask for it again.");
        }
    }
}
