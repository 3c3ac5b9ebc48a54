package dev.rbee.service.queen.models;

import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.NumberedEvent;
import dev.rbee.service.queen.inference.ModelArrivals;
import dev.rbee.service.queen.spawn.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models that are fetched because a request or a spawn names them, as far as {@code models.auto_pull} lets them. Thread-safe. */
final class AutoPull implements ModelArrivals, Provider {
    private static final long LOOK_MS = 1000;

    private final Pulls pulls;
    private final PullParts parts;
    private final Allowed allowed;

    /** What may be fetched without being asked for by a pull. */
    enum Allowed {
        /** nothing */
        OFF,
        /** models of the catalogue */
        CATALOG,
        /** any reference, for administrators; those of the catalogue for the rest */
        ANY;

        static Allowed of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        }
    }

    AutoPull(Pulls pulls, PullParts parts, Allowed allowed) {
        this.pulls = pulls;
        this.parts = parts;
        this.allowed = allowed;
    }

    @Override
    public Optional<Arrival> fetch(String model, @Nullable String node, boolean admin) {
        Optional<ModelRef> ref = ref(model).filter(each -> may(each, admin));
        return ref.map(each -> new Coming(pulls.pull(each, node, null).jobId()));
    }

    @Override
    public boolean copies(String model) {
        return allowed != Allowed.OFF
                && FleetFiles.installed(parts.hives().get()).stream()
                        .filter(entry -> Aliases.means(entry, model))
                        .anyMatch(AutoPull::copyable);
    }

    private static boolean copyable(ModelEntry entry) {
        List<String> refs = entry.refs();
        return FleetFiles.handedOn(null, entry).isPresent()
                || (refs != null && refs.stream().anyMatch(AutoPull::fetchable));
    }

    private static boolean fetchable(String ref) {
        return ref(ref).filter(ModelRef::fetchable).isPresent();
    }

    @Override
    public boolean offers(String model) {
        return copies(model) || ref(model).filter(each -> may(each, true)).isPresent();
    }

    private boolean may(ModelRef ref, boolean admin) {
        return switch (allowed) {
            case OFF -> false;
            case CATALOG -> inLibrary(ref);
            case ANY -> inLibrary(ref) || (admin && ref.fetchable());
        };
    }

    private boolean inLibrary(ModelRef ref) {
        return parts.source().inLibrary(ref instanceof ModelRef.Installed plain ? plain.inLibrary() : ref);
    }

    private static Optional<ModelRef> ref(String model) {
        try {
            return Optional.of(ModelRef.parse(model));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @Override
    public String bring(JobContext job, String model, @Nullable String hive) throws InterruptedException {
        Coming coming = new Coming(pulls.pull(ModelRef.parse(model), hive, null).jobId());
        while (!coming.over(LOOK_MS)) {
            job.checkCancelled();
            coming.report(job);
        }
        return coming.id();
    }

    /** One pull as those see it who wait for it. Belongs to one thread. */
    private final class Coming implements Arrival {
        private final String job;
        private long seen;

        Coming(String job) {
            this.job = job;
        }

        @Override
        public boolean over(long millis) throws InterruptedException {
            List<NumberedEvent> news = parts.jobs().events(job, seen, millis);
            seen = news.isEmpty() ? seen : news.getLast().seq();
            boolean ended = news.stream()
                    .map(NumberedEvent::event)
                    .map(JobEvent::type)
                    .anyMatch(type -> type.equals("done") || type.equals("error"));
            return ended || now().state() != JobState.RUNNING;
        }

        void report(JobContext to) {
            JobInfo now = now();
            if (now.transfer() != null) {
                to.transfer(now.transfer());
            } else if (now.message() != null) {
                to.progress(Double.NaN, now.message());
            }
        }

        @Override
        public String words() {
            JobInfo now = now();
            String words = now.message() == null ? now.title() : now.message();
            return now.progress() == null ? words : words + " " + Math.round(now.progress() * 100) + " %";
        }

        @Override
        public String id() {
            JobInfo end = now();
            if (end.state() == JobState.DONE && end.result() != null) {
                return end.result().path("id").asText();
            }
            throw new ProblemException(
                    end.error() != null
                            ? end.error()
                            : Problem.of(ProblemCode.CANCELLED, "The download was cancelled.", null));
        }

        private JobInfo now() {
            return parts.jobs().get(job);
        }
    }
}
