package dev.rbee.app.remote;

import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.models.PullModel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the application asks of its queen about models. Every method blocks, those that look outside for some seconds, and throws
 * {@link dev.rbee.contract.problem.ProblemException}, {@code unreachable} where nobody answers. Thread-safe.
 */
public interface ModelsApi {
    /** Models on all hives. */
    List<ModelEntry> catalog();

    /** What the header of a model's file says; read by a hive that has it. */
    ModelAbout about(String id);

    /** Offers a GGUF file of this machine as a model; it stays where it is. What it is called now. */
    ModelEntry importModel(Path file);

    /**
     * How a GGUF file of this machine that nobody has imported would run on this machine.
     *
     * @param name of the file
     * @param header what it says
     */
    FitAnswer fitHere(String name, ModelHeader header, long bytes);

    /** Deletes a model's file, or forgets one that belongs to another program; on that hive or on all. */
    void delete(String id, @Nullable String hive);

    /** The curated catalogue. */
    List<LibraryModel> library();

    /** Searches the hub. */
    List<HubModel> search(String words);

    /** One repository of the hub with its files. */
    HubModel repo(String repo);

    /** How a model would run on each hive. */
    FitAnswer fit(FitRequest what);

    /** Begins a download; the job's id. */
    String pull(PullModel what);

    /** Holds a download. */
    void pause(String jobId);

    /** Lets it go on. */
    void resume(String jobId);

    /** Ends a job; what a download has stays. */
    void cancel(String jobId);

    /** What is left over on the hives' disks; freed unless {@code dryRun}. */
    GcReport gc(boolean dryRun);
}
