package dev.rbee.service.queen.hives;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hives whose processes this queen can start and stop: this machine's, and those of linked machines, which come and go. Thread-safe. */
public final class HiveControls {
    private final Map<String, HiveControl> own;
    private final Function<String, Optional<HiveControl>> linked;

    /**
     * Those.
     *
     * @param own of this machine; they end with the queen
     * @param linked of other machines, by id; they live on
     */
    public HiveControls(List<HiveControl> own, Function<String, Optional<HiveControl>> linked) {
        this.own = own.stream().collect(Collectors.toUnmodifiableMap(HiveControl::hiveId, Function.identity()));
        this.linked = linked;
    }

    /** Of this machine. */
    public Collection<HiveControl> own() {
        return own.values();
    }

    /** True for a hive of this machine. */
    public boolean isOwn(String id) {
        return own.containsKey(id);
    }

    /** The one of that hive. */
    Optional<HiveControl> find(String id) {
        return Optional.ofNullable(own.get(id)).or(() -> linked.apply(id));
    }
}
