package dev.rbee.service.queen.spawn;

import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.service.queen.models.Aliases;
import dev.rbee.service.settings.DeclaredModel;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** How models are to run by the {@code [[model]]} tables. Pure. */
public final class Declared {
    private final List<DeclaredModel> models;
    private final BiPredicate<String, String> same;

    /** {@code same}: whether two names mean one model; must not block. */
    public Declared(List<DeclaredModel> models, BiPredicate<String, String> same) {
        this.models = List.copyOf(models);
        this.same = same;
    }

    /** Nothing is declared. */
    public static Declared none() {
        return new Declared(List.of(), (a, b) -> Aliases.key(a).equals(Aliases.key(b)));
    }

    /** The table of that model, or null. */
    @Nullable
    DeclaredModel of(String model) {
        return models.stream()
                .filter(each -> same.test(each.name(), model))
                .findFirst()
                .orElse(null);
    }

    /** Whether its workers are never unloaded. */
    public boolean keeps(String model) {
        DeclaredModel table = of(model);
        return table != null && table.keep();
    }

    /**
     * The request with what the tables say where it says nothing.
     *
     * @param idleS seconds after which its worker is unloaded where neither says so; 0: never
     */
    SpawnWorker completed(SpawnWorker request, String model, int idleS) {
        DeclaredModel table = of(model);
        WorkerOptions said = request.options() == null ? WorkerOptions.NONE : request.options();
        WorkerOptions usual = table == null ? WorkerOptions.NONE : table.options();
        boolean keep = table != null && table.keep();
        Integer idle = or(said.idleS(), keep ? Integer.valueOf(0) : usual.idleS());
        return new SpawnWorker(
                model,
                or(request.hive(), table == null ? null : table.hive()),
                request.backend(),
                request.device(),
                or(request.ctx(), table == null ? null : table.ctx()),
                or(request.slots(), table == null ? null : table.slots()),
                request.spawnId(),
                request.threads(),
                request.identity(),
                new WorkerOptions(
                        or(said.engine(), usual.engine()),
                        or(said.gpuLayers(), usual.gpuLayers()),
                        or(said.kvType(), usual.kvType()),
                        or(said.flashAttention(), usual.flashAttention()),
                        or(said.draft(), usual.draft()),
                        or(said.vision(), usual.vision()),
                        idle == null ? Integer.valueOf(idleS) : idle,
                        said.memoryBytes()));
    }

    private static <T> @Nullable T or(@Nullable T value, @Nullable T other) {
        return value == null ? other : value;
    }
}
