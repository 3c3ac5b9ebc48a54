package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.queen.inference.InstalledModels;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The model files of hives that are online, as their capabilities say. */
public final class HiveModels implements InstalledModels {
    private final Supplier<List<HiveInfo>> hives;

    /** {@code hives} must not block. */
    public HiveModels(Supplier<List<HiveInfo>> hives) {
        this.hives = hives;
    }

    @Override
    public List<ModelEntry> installed() {
        return hives.get().stream()
                .filter(HiveInfo::online)
                .flatMap(hive -> hive.capabilities() == null
                        ? Stream.empty()
                        : hive.capabilities().models().stream().map(entry -> entry.on(hive.id())))
                .filter(entry -> entry.state().equals("installed"))
                .toList();
    }

    @Override
    public boolean mayHaveHive(String id) {
        return hives.get().stream().anyMatch(hive -> hive.id().equals(id));
    }
}
