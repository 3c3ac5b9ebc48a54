package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A model hub for tests: a real HTTP server on 127.0.0.1 that speaks as the public one does (search, repositories with sizes and hashes,
 * {@code resolve} with a redirect to a storage server on another port, signed addresses, ranges, etags, gated repositories) and misbehaves on
 * demand ({@link #faults}). It records every request, so that a test can prove what was fetched and where the token went. Thread-safe.
 */
public final class HubServer implements AutoCloseable {
    private final Path folder;
    private final Map<String, HubRepo> repos = new ConcurrentHashMap<>();
    private final List<HubRequest> requests = new CopyOnWriteArrayList<>();
    private final HubFaults faults = new HubFaults();
    private final String token = newToken();
    private final String otherToken = newToken();
    private final RawServer hub;
    private final RawServer cdn;

    private HubServer(Path folder) {
        this.folder = folder;
        HubStorage storage = new HubStorage(this);
        cdn = new RawServer(storage::answer);
        HubApi api = new HubApi(this, storage);
        hub = new RawServer(api::answer);
    }

    private static String newToken() {
        return "hf_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** An empty hub; its files lie in a temporary folder until it is closed. */
    public static HubServer start() {
        try {
            return new HubServer(Files.createTempDirectory("rbee-hub-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address: {@code models.hub}, or {@code HF_ENDPOINT}. */
    public String url() {
        return "http://127.0.0.1:" + hub.port();
    }

    /** Host and port of its storage: has to be in {@code models.allowed_hosts}, as it is on loopback. */
    public String storage() {
        return "127.0.0.1:" + cdn.port();
    }

    /** What a daemon that is to use it needs in its environment. */
    public Map<String, String> environment() {
        return Map.of("RBEE_MODELS_HUB", url(), "RBEE_MODELS_ALLOWED_HOSTS", storage());
    }

    /** The repository of that name, new where there was none. */
    public HubRepo repo(String id) {
        return repos.computeIfAbsent(id, name -> new HubRepo(name, folder));
    }

    /** Plain address of a file at the storage, which never expires: for references by {@code http://}. */
    public String plainUrl(String repo, String file) {
        return "http://" + storage() + "/plain/" + repo + "/" + file.replace(" ", "%20");
    }

    /** The account's token that opens gated and hidden repositories. */
    public String token() {
        return token;
    }

    /** The token of another account, which has agreed to nothing. */
    public String otherToken() {
        return otherToken;
    }

    /** What it does wrong. */
    public HubFaults faults() {
        return faults;
    }

    /** Every request so far, in the order in which they came. */
    public List<HubRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests so far. */
    public void forget() {
        requests.clear();
    }

    /** Bytes that the storage sent of a file so far, over all requests. */
    public long sent(String repo, String file) {
        String name = repo + "/" + file;
        return requests.stream()
                .filter(r -> r.server().equals("cdn") && name.equals(r.file()))
                .mapToLong(r -> r.sent().get())
                .sum();
    }

    /** Bytes that the storage sent of all files so far. */
    public long sent() {
        return requests.stream()
                .filter(r -> r.server().equals("cdn"))
                .mapToLong(r -> r.sent().get())
                .sum();
    }

    /** Connections to the storage that are open now. */
    public int connections() {
        return cdn.connections();
    }

    /** Ends every connection there is now, as a cable does. */
    public void cutConnections() {
        hub.cutAll();
        cdn.cutAll();
    }

    Collection<HubRepo> repos() {
        return repos.values();
    }

    @Nullable
    HubRepo find(String id) {
        return repos.get(id);
    }

    void record(HubRequest request) {
        requests.add(request);
    }

    /** Ends it; its files are deleted. */
    @Override
    public void close() {
        hub.close();
        cdn.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
