package dev.rbee.service.models.download;

import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.jobs.JobWork;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.fetch.Fetcher;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The downloads of one hive: a few at a time, one per content; whoever asks for what is being downloaded already is told of that job.
 * Thread-safe.
 */
public final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final ModelStore store;
    private final JobStore jobs;
    private final Fetcher fetcher;
    private final Sources sources;
    private final Turns turns;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final Map<String, String> jobsByKey = new HashMap<>();
    private final Map<String, CompletableFuture<ModelEntry>> running = new HashMap<>();

    /**
     * @param most at a time
     * @param changed is run after a model came; must not block
     */
    public Downloads(
            ModelStore store,
            JobStore jobs,
            Fetcher fetcher,
            Sources sources,
            int most,
            LongSupplier nanos,
            Runnable changed) {
        this.store = store;
        this.jobs = jobs;
        this.fetcher = fetcher;
        this.sources = sources;
        this.turns = new Turns(most);
        this.nanos = nanos;
        this.changed = changed;
    }

    /**
     * Begins a download as a job that ends with the {@link ModelEntry}, or names the job that does it already. Does not block on the network.
     * Throws {@code missing_field}, {@code invalid_field}, {@code rate_limited}.
     */
    public synchronized JobInfo start(DownloadModel request) {
        String ref = request.modelRef() == null || request.modelRef().isBlank()
                ? null
                : request.modelRef().strip();
        Order order = request.files() == null ? null : Order.of(request, request.files(), ref);
        if (order == null && ref == null) {
            throw new ProblemException(Problem.missing("model_ref"));
        }
        String key = order == null ? "ref " + ref : order.key();
        Optional<JobInfo> there = Optional.ofNullable(jobsByKey.get(key)).flatMap(this::alive);
        if (there.isPresent()) {
            return there.get();
        }
        String title = "Download " + (ref != null ? ref : String.valueOf(request.name()));
        JobWork work = order == null
                ? context -> run(context, resolved(request, ref), key)
                : context -> run(context, order, key);
        JobInfo job = jobs.create("download", title, work);
        jobsByKey.put(key, job.jobId());
        return job;
    }

    private Optional<JobInfo> alive(String jobId) {
        return jobs.list().stream()
                .filter(each -> each.jobId().equals(jobId) && each.state() == JobState.RUNNING)
                .findFirst();
    }

    private Order resolved(DownloadModel request, @Nullable String ref) {
        ResolvedModel found = sources.resolver().resolve(String.valueOf(ref));
        DownloadModel whole = new DownloadModel(
                found.ref(),
                request.name() == null || request.name().isBlank() ? null : request.name(),
                found.files(),
                false,
                request.hubToken());
        return Order.of(whole, found.files(), found.ref());
    }

    private ModelEntry run(JobContext context, Order order, String startedAs) throws Exception {
        String key = order.key();
        CompletableFuture<ModelEntry> mine = new CompletableFuture<>();
        CompletableFuture<ModelEntry> other;
        synchronized (this) {
            other = running.putIfAbsent(key, mine);
            if (other == null) {
                jobsByKey.put(key, context.jobId());
            }
        }
        try {
            if (other != null) {
                context.log("Another job downloads this already.");
                return Followed.await(other);
            }
            Reins reins = new Reins(turns::look);
            context.onCancel(reins::end);
            context.pausable(reins::pause, reins::resume);
            Download download = new Download(store, fetcher, sources, turns, order, reins, context, nanos);
            ModelEntry entry = download.run();
            LOG.info("model={} downloaded ref={} bytes={}", entry.id(), order.ref(), entry.sizeBytes());
            changed.run();
            mine.complete(entry);
            return entry;
        } catch (ProblemException | InterruptedException e) {
            mine.completeExceptionally(e);
            throw e;
        } catch (IOException e) { // also what an interrupt makes of reading and writing
            ProblemException problem = failed(context, order, e);
            mine.completeExceptionally(problem);
            throw problem;
        } finally {
            mine.cancel(false); // whoever follows must not wait for ever, whatever happened
            synchronized (this) {
                running.remove(key, mine);
                jobsByKey.remove(key, context.jobId());
                jobsByKey.remove(startedAs, context.jobId());
            }
        }
    }

    private static ProblemException failed(JobContext context, Order order, IOException e) {
        context.checkCancelled();
        LOG.warn("model={} download failed", order.wish(), e);
        return new ProblemException(
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "Cannot write " + order.wish() + " to the disk: " + e.getMessage() + ".",
                        "Check the disk and the rights of the models' folder."),
                e);
    }
}
