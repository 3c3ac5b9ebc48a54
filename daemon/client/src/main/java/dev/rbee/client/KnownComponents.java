package dev.rbee.client;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last known addresses, in a small JSON file that all components of an installation share: what they go on with while the registry is away.
 * Nothing in it is verified; a server found here has to prove itself first. Writing blocks on the disk; failures are logged, never thrown.
 */
public final class KnownComponents {
    private static final Logger LOG = LoggerFactory.getLogger(KnownComponents.class);
    private static final int MOST = 500;
    /** File locks are per process: within one, this keeps writers apart. */
    private static final Object WRITING = new Object();

    private final Path file;

    /**
     * One address.
     *
     * @param kind {@code registry}, {@code queen}, {@code hive} or {@code worker}
     * @param id of the component; {@code registry} for a registry
     * @param seen when it last answered, by this machine's clock; informative
     */
    public record Known(String kind, String id, String url, Instant seen) {}

    private record Content(List<Known> components) {}

    /** In that file, which need not exist. */
    public KnownComponents(Path file) {
        this.file = file;
    }

    /** Those of a kind, latest first; all unverified. Empty where the file is missing or damaged. */
    public List<Known> all(String kind) {
        return read().stream().filter(known -> known.kind().equals(kind)).toList();
    }

    /** Their addresses, latest first. */
    public List<String> urls(String kind) {
        return all(kind).stream().map(Known::url).distinct().toList();
    }

    /** It answered there. Writes only where that is news, or older than a minute. */
    public void remember(String kind, String id, String url, Instant now) {
        boolean news = read().stream()
                .noneMatch(known -> same(known, kind, id)
                        && known.url().equals(url)
                        && known.seen().isAfter(now.minusSeconds(60)));
        if (news) {
            change(all -> {
                all.removeIf(known -> same(known, kind, id));
                all.addFirst(new Known(kind, id, url, now));
            });
        }
    }

    /** It is gone for good. */
    public void forget(String kind, String id) {
        if (read().stream().anyMatch(known -> same(known, kind, id))) {
            change(all -> all.removeIf(known -> same(known, kind, id)));
        }
    }

    private static boolean same(Known known, String kind, String id) {
        return known.kind().equals(kind) && known.id().equals(id);
    }

    private List<Known> read() {
        try {
            Content content = Json.read(Files.readAllBytes(file), Content.class);
            return content.components() == null ? List.of() : content.components();
        } catch (IOException | ProblemException e) {
            return List.of();
        }
    }

    private interface Change {
        void on(List<Known> all);
    }

    private void change(Change change) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (WRITING) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                List<Known> all = new ArrayList<>(read());
                change.on(all);
                write(all.size() > MOST ? all.subList(0, MOST) : all);
            } catch (IOException e) {
                LOG.warn("known addresses can't be saved in {}: {}", file, e.getMessage());
            }
        }
    }

    private void write(List<Known> all) throws IOException {
        Path next = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.write(next, Json.bytes(new Content(all)));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
