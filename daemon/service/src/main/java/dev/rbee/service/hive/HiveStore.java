package dev.rbee.service.hive;

import dev.rbee.client.Credential;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.StoreParts;
import dev.rbee.service.models.adopt.Places;
import dev.rbee.service.models.download.Downloads;
import dev.rbee.service.models.download.Sources;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.Fetcher;
import dev.rbee.service.models.fetch.HttpFetcher;
import dev.rbee.service.models.fetch.Web;
import dev.rbee.service.models.hub.HubToken;
import dev.rbee.service.models.hub.References;
import dev.rbee.service.models.library.Libraries;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The models of a hive, and the jobs that bring more. */
final class HiveStore implements AutoCloseable {
    private final ModelStore models;
    private final JobStore jobs;
    private final Fetcher fetcher;
    private final Web web;
    private final Downloads downloads;
    private final ModelNews news;

    /**
     * @param queen address that copies within the fleet go through; null while none is known
     * @param changed is run when models came, went or are known better; must not block
     */
    HiveStore(HiveOptions options, HiveParts parts, Supplier<@Nullable String> queen, Runnable changed) {
        ModelOptions wanted = options.models();
        this.news = new ModelNews(changed);
        this.models = new ModelStore(new StoreParts(
                wanted.folder(),
                options.installation().models(),
                Places.of(wanted.settings(), parts.environment(), Path.of(System.getProperty("user.home"))),
                parts.clock(),
                parts.nanos(),
                news::look));
        this.jobs = new JobStore(parts.clock(), parts.ids(), JobLimits.DEFAULT, job -> {});
        FetchSetup setup = FetchSetup.of(wanted.settings(), parts.environment(), parts.nanos(), parts.random());
        this.fetcher = new HttpFetcher(setup);
        Credential credential = Credential.admin(parts.token());
        this.web = new Web(setup);
        References references = new References(
                web,
                () -> HubToken.of(parts.environment()),
                () -> library(options, parts).current());
        Sources sources =
                new Sources(ref -> references.resolve(ModelRef.parse(ref)), queen, () -> credential, references::token);
        this.downloads =
                new Downloads(models, jobs, fetcher, sources, wanted.settings().downloads(), parts.nanos(), news::look);
        news.of(models);
    }

    ModelStore models() {
        return models;
    }

    JobStore jobs() {
        return jobs;
    }

    Fetcher fetcher() {
        return fetcher;
    }

    Downloads downloads() {
        return downloads;
    }

    @Override
    public void close() {
        jobs.close();
        fetcher.close();
        web.close();
        models.close();
    }

    /** As it came with rbee; read when a name is asked for that only the catalogue knows. */
    private static Libraries library(HiveOptions options, HiveParts parts) {
        return new Libraries(options.installation().library(), options.home().library(), null, parts.nanos());
    }
}
