package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.ModelsClient;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queen's models over HTTP. */
public final class HttpModels implements ModelsApi {
    private static final Words WORDS = Words.of(HttpModels.class);

    private static final int HITS = 40;

    private final Queens queens;

    /** Speaks to the queen of the moment, and with the installation's token to the hive of this machine. */
    public HttpModels(Queens queens) {
        this.queens = queens;
    }

    private ModelsClient models() {
        return new ModelsClient(queens.get());
    }

    @Override
    public List<ModelEntry> catalog() {
        return models().catalog();
    }

    @Override
    public ModelAbout about(String id) {
        return models().about(id, null);
    }

    /** The hive of this machine takes it; its address comes from the queen. */
    @Override
    public ModelEntry importModel(Path file) {
        HiveInfo here = here();
        Remote queen = queens.get();
        Credential credential = queens.admin();
        Remote hive = new Remote(here.url(), () -> credential, queen.http());
        return new HiveClient(hive).importModel(new ImportModel(file.toString(), null, null));
    }

    @Override
    public FitAnswer fitHere(String name, ModelHeader header, long bytes) {
        return fit(new FitRequest(name, here().id(), null, null, null, header, bytes));
    }

    /** This machine's hive, while its own queen is the one of the moment. */
    private HiveInfo here() {
        Site site = queens.site();
        if (!site.here()) {
            throw ProblemException.of(
                    ProblemCode.HIVE_OFFLINE,
                    WORDS.get("files.of.this.machine.cannot", site.name()),
                    WORDS.get("import.them.there.download.the"));
        }
        return new QueenClient(queens.get())
                .hives().stream()
                        .filter(hive -> hive.mode() == HiveMode.LOCAL && hive.online())
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(
                                ProblemCode.HIVE_OFFLINE,
                                WORDS.get("this.machine.has.no.hive"),
                                WORDS.get("start.the.queen.here")));
    }

    @Override
    public void delete(String id, @Nullable String hive) {
        models().delete(id, hive);
    }

    @Override
    public List<LibraryModel> library() {
        return models().library();
    }

    @Override
    public List<HubModel> search(String words) {
        return models().search(words, HITS, null);
    }

    @Override
    public HubModel repo(String repo) {
        return models().repo(repo);
    }

    @Override
    public FitAnswer fit(FitRequest what) {
        return models().fit(what);
    }

    @Override
    public String pull(PullModel what) {
        return models().pull(what).jobId();
    }

    @Override
    public void pause(String jobId) {
        models().pause(jobId);
    }

    @Override
    public void resume(String jobId) {
        models().resume(jobId);
    }

    @Override
    public void cancel(String jobId) {
        new QueenClient(queens.get()).cancelJob(jobId);
    }

    @Override
    public GcReport gc(boolean dryRun) {
        return models().gc(dryRun);
    }
}
