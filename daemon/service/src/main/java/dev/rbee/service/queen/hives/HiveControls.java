package dev.rbee.service.queen.hives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The hives whose processes this queen can start and stop itself. Immutable.
 *
 * @param byId by their ids
 */
public record HiveControls(Map<String, HiveControl> byId) {
    /** Those. */
    public static HiveControls of(List<HiveControl> controls) {
        return new HiveControls(controls.stream().collect(Collectors.toMap(HiveControl::hiveId, Function.identity())));
    }

    /** The one of that hive. */
    Optional<HiveControl> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
