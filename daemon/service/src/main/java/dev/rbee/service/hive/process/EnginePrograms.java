package dev.rbee.service.hive.process;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which programs of engines are in use. Pure. */
final class EnginePrograms {
    private EnginePrograms() {}

    static Set<Path> running(Collection<Child> table) {
        return table.stream()
                .filter(child -> child.phase != Phase.EXITED && child.phase != Phase.QUARANTINED)
                .map(child -> child.plan.engine().program())
                .filter(Objects::nonNull)
                .map(Path::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
