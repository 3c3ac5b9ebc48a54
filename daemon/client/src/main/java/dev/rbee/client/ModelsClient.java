package dev.rbee.client;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queen's models: what is installed, what could be, and how it gets there; failures as {@link Remote} says.
 *
 * @param remote the queen
 */
public record ModelsClient(Remote remote) {
    private static final String PATH = "/v1/models/";

    /** Which hive has which file. */
    public List<ModelEntry> catalog() {
        return remote.list(PATH + "catalog", ModelEntry.class);
    }

    /** What the header of a model's file says, by name or reference; of the file on that hive, or of the best one. */
    public ModelAbout about(String id, @Nullable String hive) {
        return remote.getSlow(
                PATH + Remote.segment(id) + "/about" + (hive == null ? "" : "?hive=" + Remote.segment(hive)),
                ModelAbout.class);
    }

    /** Fetches a model to a hive: a job of kind {@code pull} that ends with the {@link ModelEntry}; {@link #pause} is understood by it. */
    public JobAccepted pull(PullModel what) {
        return remote.postSlow(PATH + "pull", what, JobAccepted.class);
    }

    /** The curated catalogue. */
    public List<LibraryModel> library() {
        return remote.list(PATH + "library", LibraryModel.class);
    }

    /**
     * Searches the hub; some seconds.
     *
     * @param words empty: what is used most
     * @param limit number of hits at most
     * @param sort {@code downloads}, {@code likes} or {@code updated}; downloads where left out
     */
    public List<HubModel> search(String words, int limit, @Nullable String sort) {
        return remote.listSlow(
                PATH + "search?q=" + Remote.segment(words) + "&limit=" + limit
                        + (sort == null ? "" : "&sort=" + Remote.segment(sort)),
                HubModel.class);
    }

    /** One repository of the hub with its files; some seconds. {@code repo} is {@code owner/name}. */
    public HubModel repo(String repo) {
        int slash = repo.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not owner/name: " + repo);
        }
        return remote.getSlow(
                PATH + "search/" + Remote.segment(repo.substring(0, slash)) + "/"
                        + Remote.segment(repo.substring(slash + 1)),
                HubModel.class);
    }

    /** How a model would run on each hive; some seconds where its header is read from outside. */
    public FitAnswer fit(FitRequest what) {
        return remote.postSlow(PATH + "fit", what, FitAnswer.class);
    }

    /** Clears up the stores of all hives; {@code dryRun} only says what would be freed. */
    public GcReport gc(boolean dryRun) {
        return remote.postSlow(PATH + "gc", Map.of("dry_run", dryRun), GcReport.class);
    }

    /** Deletes a model (or forgets it, where it was adopted) by name or reference, on that hive or on all. */
    public void delete(String id, @Nullable String hive) {
        remote.delete(PATH + Remote.segment(id) + (hive == null ? "" : "?hive=" + Remote.segment(hive)));
    }

    /** Holds a job that moves bytes; what it has stays. */
    public void pause(String jobId) {
        remote.post(job(jobId) + "/pause", null);
    }

    /** Lets it go on. */
    public void resume(String jobId) {
        remote.post(job(jobId) + "/resume", null);
    }

    private static String job(String id) {
        return "/v1/jobs/" + Remote.segment(id);
    }
}
