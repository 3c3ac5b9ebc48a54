package dev.rbee.service.queen.endpoints;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.dialect.ServerKind;
import dev.rbee.service.queen.dialect.Target;
import dev.rbee.service.queen.inference.Attached;
import dev.rbee.service.queen.store.EndpointTable;
import dev.rbee.service.queen.store.StoredEndpoint;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attached servers: kept, looked at, offered as workers. Thread-safe. */
public final class Endpoints implements Attached, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final TypeReference<List<Offered>> MODELS = new TypeReference<>() {};
    private static final long SECOND = 1_000_000_000L;
    private static final int PATIENCE = 20;

    private final Map<String, Endpoint> all = new ConcurrentHashMap<>();
    private final EndpointTable table;
    private final EndpointKeys keys;
    private final Workers workers;
    private final Asker asker = new Asker();
    private final Look look = new Look(asker);
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Predicate<String> hive;
    private final Predicate<String> own;
    private volatile boolean closed;

    /**
     * Empty until {@link #load}.
     *
     * @param keyFile where their keys are kept
     * @param hive whether a hive has that name
     * @param own whether a server of this installation is at that address; may block
     */
    public Endpoints(
            EndpointTable table,
            Path keyFile,
            WorkerRegistry registry,
            InstantSource clock,
            LongSupplier nanos,
            Predicate<String> hive,
            Predicate<String> own) {
        this.table = table;
        this.keys = new EndpointKeys(keyFile);
        this.workers = new Workers(registry);
        this.clock = clock;
        this.nanos = nanos;
        this.hive = hive;
        this.own = own;
    }

    /** Takes up those that are kept, offline until they are looked at, which {@link #tick} does. Blocks on the disk. */
    public void load() {
        Map<String, String> known = keys.all();
        for (StoredEndpoint row : table.all()) {
            Standing standing = Standing.remembered(remembered(row), row.lastSeen());
            Endpoint endpoint = new Endpoint(row, known.get(row.name()), standing, nanos.getAsLong());
            all.put(row.name(), endpoint);
            workers.offline(endpoint, "not asked yet");
        }
    }

    private static @Nullable Seen remembered(StoredEndpoint row) {
        try {
            return row.offered() == null
                    ? null
                    : new Seen(
                            row.url() + "/v1",
                            ServerKind.parse(String.valueOf(row.kind())),
                            Json.MAPPER.readValue(row.offered(), MODELS),
                            null,
                            null);
        } catch (IOException e) {
            return null; // of a newer rbee: it is looked at anyway
        }
    }

    /** Names of those there are; their workers are not forgotten while they are silent. */
    public Set<String> names() {
        return all.keySet();
    }

    /** All, by name. */
    public List<EndpointInfo> list() {
        return all.values().stream()
                .sorted(Comparator.comparing(Endpoint::name))
                .map(Endpoint::info)
                .toList();
    }

    /**
     * Looks at a server and attaches it; blocks for some seconds. Throws {@link ProblemException}: a wrong field, {@code already_exists},
     * {@code endpoint_failed} where it does not answer as such a server does.
     */
    public EndpointInfo add(AddEndpoint said) {
        String url = Names.url(said.url());
        String name = Names.name(said.name(), url);
        String key = Names.key(said.key());
        Integer slots = said.slots();
        if (slots != null && (slots < 1 || slots > 1024)) {
            throw new ProblemException(Problem.field("slots", "There are 1 to 1024 slots.", "Send such a number."));
        }
        if (hive.test(name) || all.containsKey(name)) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is " + (all.containsKey(name) ? "an attached server" : "a hive") + " \"" + name
                            + "\" already.",
                    "Give this one another name.");
        }
        if (own.test(url)) {
            throw new ProblemException(Problem.field(
                    "url", "That is this rbee itself.", "Attach servers of others; rbee's own parts find each other."));
        }
        List<String> only = said.models() == null || said.models().isEmpty() ? null : List.copyOf(said.models());
        Seen seen = first(name, url, key);
        StoredEndpoint row = new StoredEndpoint(
                name, url, only, slots, seen.kind().wire(), Json.write(seen.models()), clock.instant());
        Standing standing = Standing.remembered(null, null).good(seen, clock.instant());
        Endpoint endpoint = new Endpoint(row, key, standing, nanos.getAsLong() + standing.nextS() * SECOND);
        if (only != null && endpoint.models().isEmpty()) {
            throw new ProblemException(Problem.field(
                    "models",
                    "Server \"" + name + "\" offers none of those models.",
                    "It offers: " + String.join(", ", some(seen)) + "."));
        }
        table.add(row);
        keys.set(name, key);
        all.put(name, endpoint);
        workers.online(endpoint);
        LOG.info("endpoint={} url={} kind={} attached", name, url, seen.kind().wire());
        return endpoint.info();
    }

    private static List<String> some(Seen seen) {
        return seen.models().stream().map(Offered::name).limit(20).toList();
    }

    private Seen first(String name, String url, @Nullable String key) {
        try {
            return look.at(url, key, null);
        } catch (Unseen e) {
            throw ProblemException.of(
                    ProblemCode.ENDPOINT_FAILED,
                    "Server \"" + name + "\" at " + url + " cannot be attached. " + e.said(),
                    e.refused()
                            ? "Send its key as \"key\"; rbee keeps it in a file that only you can read."
                            : "Start it, check the address, then try again. It has to answer GET /v1/models.");
        }
    }

    /** Forgets a server, its key and its workers. Throws {@link ProblemException} {@code endpoint_not_found}. Blocks on the disk. */
    public void remove(String name) {
        Endpoint endpoint = all.get(name);
        if (endpoint == null) {
            throw ProblemException.of(
                    ProblemCode.ENDPOINT_NOT_FOUND,
                    "No server \"" + name + "\" is attached.",
                    "GET /v1/endpoints names those that are.");
        }
        table.remove(name);
        keys.set(name, null);
        endpoint.looking.lock();
        try {
            endpoint.removed = true;
            all.remove(name);
            workers.removed(endpoint);
        } finally {
            endpoint.looking.unlock();
        }
        LOG.info("endpoint={} removed", name);
    }

    /** To be called every second: looks at those whose time has come, on threads of their own. Never blocks. */
    public void tick() {
        long now = nanos.getAsLong();
        for (Endpoint endpoint : all.values()) {
            if (!closed && now - endpoint.dueNanos >= 0 && !endpoint.looking.isLocked()) {
                endpoint.dueNanos = now + PATIENCE * SECOND; // for the case that the look never ends
                Thread.ofVirtual().name("endpoint-" + endpoint.name()).start(() -> check(endpoint));
            }
        }
    }

    @Override
    public @Nullable Target target(String workerId) {
        return workers.target(workerId);
    }

    @Override
    public boolean isWell(String workerId) {
        Endpoint endpoint = workers.endpoint(workerId);
        return endpoint != null && check(endpoint);
    }

    /** Looks now; says whether it is well. */
    private boolean check(Endpoint endpoint) {
        endpoint.looking.lock();
        try {
            if (endpoint.removed || closed) {
                return false;
            }
            Standing before = endpoint.standing;
            try {
                Seen seen = look.at(endpoint.row.url(), endpoint.key, before.fresh() ? before.seen() : null);
                good(endpoint, before, seen);
            } catch (Unseen e) {
                bad(endpoint, before, e);
            }
            endpoint.dueNanos = nanos.getAsLong() + endpoint.standing.nextS() * SECOND;
            return endpoint.standing.state() == Standing.State.ONLINE;
        } finally {
            endpoint.looking.unlock();
        }
    }

    private void good(Endpoint endpoint, Standing before, Seen seen) {
        endpoint.standing = before.good(seen, clock.instant());
        workers.online(endpoint);
        if (before.state() != Standing.State.ONLINE) {
            LOG.info(
                    "endpoint={} state={}->online",
                    endpoint.name(),
                    before.state().wire());
        }
        Seen then = before.seen();
        if (then == null || !then.models().equals(seen.models()) || then.kind() != seen.kind()) {
            table.seen(endpoint.name(), seen.kind().wire(), Json.write(seen.models()), clock.instant());
        }
    }

    private void bad(Endpoint endpoint, Standing before, Unseen why) {
        if (why.silent()
                && before.state() == Standing.State.ONLINE
                && before.failures() < PATIENCE
                && workers.busy(endpoint)) {
            endpoint.standing = before.busy();
            return;
        }
        endpoint.standing = before.bad(why);
        workers.offline(endpoint, why.said());
        if (before.state() != endpoint.standing.state()) {
            LOG.info(
                    "endpoint={} state={}->{} {}",
                    endpoint.name(),
                    before.state().wire(),
                    endpoint.standing.state().wire(),
                    why.said());
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        closed = true;
        asker.close();
    }
}
