package dev.rbee.service.registry;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.Components;
import dev.rbee.contract.registry.RegisterRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live components. Each change is one atomic step per component; deadlines go by the receiver's monotonic clock, the wall clock is only shown.
 * Thread-safe; nothing here blocks.
 */
public final class Registry {
    /** Components beat this often. */
    public static final Duration BEAT = Duration.ofSeconds(15);
    /** Online while seen within this. */
    public static final Duration ONLINE = Duration.ofSeconds(30);
    /** Dropped after ten missed beats. */
    public static final Duration GONE = BEAT.multipliedBy(10);
    /** More components than that are refused. */
    public static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private final ConcurrentMap<ComponentRef, Component> components = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final RegistryListener listener;

    /**
     * An empty one.
     *
     * @param clock for what is shown
     * @param nanos monotonic, for deadlines
     */
    public Registry(InstantSource clock, LongSupplier nanos, RegistryListener listener) {
        this.clock = clock;
        this.nanos = nanos;
        this.listener = listener;
    }

    /** Adds or updates; the fields must have passed {@link RegistryRules}. Throws {@code rate_limited} when it is full. */
    public void register(RegisterRequest request) {
        ComponentRef ref = new ComponentRef(request.componentType(), request.componentId());
        if (components.size() >= MOST && !components.containsKey(ref)) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED,
                    "The registry holds " + MOST + " components already.",
                    "Components that are silent for " + GONE.toSeconds() + " s are dropped; try again then.");
        }
        Component[] before = new Component[1];
        Component now = components.compute(ref, (key, old) -> {
            before[0] = old;
            return Component.of(request, old, clock.instant(), nanos.getAsLong());
        });
        if (before[0] == null || !before[0].sameAddress(now)) {
            LOG.info(
                    "component={} id={} at={}:{} state=registered",
                    ref.componentType().wire(),
                    ref.componentId(),
                    now.hostname(),
                    now.port());
        }
        listener.registered(ref.componentType(), now.entry(ref, nanos.getAsLong(), ONLINE));
    }

    /** It is alive. Throws {@code component_unknown} for one that has to register first. */
    public void heartbeat(ComponentRef ref) {
        Component now = components.computeIfPresent(ref, (key, old) -> old.seen(clock.instant(), nanos.getAsLong()));
        if (now == null) {
            throw unknown(ref);
        }
    }

    /** It says goodbye. Throws {@code component_unknown} where it is not listed. */
    public void unregister(ComponentRef ref) {
        Component old = components.remove(ref);
        if (old == null) {
            throw unknown(ref);
        }
        gone(ref, old, "unregistered");
    }

    private static ProblemException unknown(ComponentRef ref) {
        return ProblemException.of(
                ProblemCode.COMPONENT_UNKNOWN,
                "No " + ref.componentType().wire() + " \"" + ref.componentId() + "\" is registered.",
                "Register it again: POST /v1/registry/register.");
    }

    /** Drops whoever missed ten beats; call it every second or so. How many were dropped. */
    public int sweep() {
        long now = nanos.getAsLong();
        int dropped = 0;
        for (var each : components.entrySet()) {
            Component seen = each.getValue();
            // removed only if it did not beat in the meantime
            if (seen.silentFor(now) > GONE.toNanos() && components.remove(each.getKey(), seen)) {
                gone(each.getKey(), seen, "silent");
                dropped++;
            }
        }
        return dropped;
    }

    private void gone(ComponentRef ref, Component old, String reason) {
        LOG.info("component={} id={} state=gone reason={}", ref.componentType().wire(), ref.componentId(), reason);
        listener.gone(ref.componentType(), old.entry(ref, nanos.getAsLong(), ONLINE), reason);
    }

    /** All of a type, by id. */
    public List<ComponentEntry> list(ComponentType type) {
        long now = nanos.getAsLong();
        List<ComponentEntry> list = new ArrayList<>();
        components.forEach((ref, component) -> {
            if (ref.componentType() == type) {
                list.add(component.entry(ref, now, ONLINE));
            }
        });
        list.sort(Comparator.comparing(ComponentEntry::componentId));
        return list;
    }

    /** The queen; of several the one that is online and came last. */
    public Optional<ComponentEntry> queen() {
        return latest(ComponentType.QUEEN);
    }

    /** Everybody. */
    public Components all() {
        return new Components(
                list(ComponentType.HIVE),
                list(ComponentType.WORKER),
                orNull(queen()),
                orNull(latest(ComponentType.GUI)));
    }

    private Optional<ComponentEntry> latest(ComponentType type) {
        return list(type).stream()
                .max(Comparator.comparing(ComponentEntry::online).thenComparing(ComponentEntry::registeredAt));
    }

    private static @Nullable ComponentEntry orNull(Optional<ComponentEntry> entry) {
        return entry.orElse(null);
    }

    /** How many there are. */
    public int size() {
        return components.size();
    }
}
