package dev.rbee.service.models.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/** A folder to fetch into, a hub to fetch from, and a fetcher that is impatient. */
final class FetchHome implements AutoCloseable {
    static final String REPO = "owner/model-GGUF";
    static final String FILE = "model-Q8_0.gguf";

    final HubServer hub = HubServer.start();
    final Path folder;
    final HttpFetcher fetcher;
    private final FetchSetup setup;

    FetchHome(Path folder) {
        this(folder, Dns.SYSTEM, FreeSpace.ofDisk());
    }

    FetchHome(Path folder, Dns names, FreeSpace space) {
        this.folder = folder;
        setup = setup(SourceRules.of(hub.url(), Set.of(hub.storage())), names, space);
        fetcher = new HttpFetcher(setup);
        try {
            Files.createDirectories(folder.resolve("partial"));
            Files.createDirectories(folder.resolve("blobs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FetchSetup setup(SourceRules rules, Dns names, FreeSpace space) {
        return new FetchSetup(
                rules,
                Map.of(),
                names,
                4,
                Throttle.none(),
                space,
                1 << 20,
                6,
                Duration.ofMillis(20),
                Duration.ofSeconds(20),
                System::nanoTime,
                new Random(1));
    }

    FetchSetup setup() {
        return setup;
    }

    /** The file of the hub. */
    FetchRequest wanted() {
        return wanted(hub.url() + "/" + REPO + "/resolve/main/" + FILE, null);
    }

    FetchRequest wanted(String url, @Nullable String token) {
        return new FetchRequest(FILE, new FetchSource.Outside(url, token), part(), null, null, this::blob);
    }

    FetchRequest withHash(FetchRequest request) {
        var file = hub.repo(REPO).get(FILE);
        return new FetchRequest(
                request.what(), request.source(), request.part(), file.size(), file.sha256(), request.target());
    }

    Path part() {
        return folder.resolve("partial/key.part");
    }

    Path blob(String sha256) {
        return folder.resolve("blobs/sha256-" + sha256);
    }

    /** Everything under final names. */
    List<Path> blobs() {
        try (var files = Files.list(folder.resolve("blobs"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches, and has to fail. */
    Problem refused(FetchRequest request) {
        return assertThrows(ProblemException.class, () -> fetcher.fetch(request, new FetchControl()))
                .problem();
    }

    /** Fetches at 16 MB/s until so many bytes are there, and stops. */
    Sidecar leave(FetchRequest request, long bytes) {
        hub.faults().slow(4_000_000);
        CompletableFuture<FetchControl> reins = new CompletableFuture<>();
        reins.complete(new FetchControl((phase, done, total) -> {
            if (done > bytes) {
                reins.join().stop();
            }
        }));
        Problem problem = assertThrows(ProblemException.class, () -> fetcher.fetch(request, reins.join()))
                .problem();
        assertEquals(ProblemCode.CANCELLED, problem.code());
        hub.faults().slow(0);
        Sidecar left = Sidecar.read(part());
        assertTrue(left != null && left.doneBytes() > bytes, String.valueOf(left));
        return left;
    }

    @Override
    public void close() {
        fetcher.close();
        hub.close();
    }
}
