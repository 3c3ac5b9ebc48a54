package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a model's files and processes.
 *
 * @param parts of the queen
 */
record Known(SpawnParts parts) {
    private static final Logger LOG = LoggerFactory.getLogger(Known.class);

    /** Its file on any hive that is online. */
    Optional<ModelEntry> file(List<HiveInfo> hives, String model) {
        return hives.stream()
                .filter(HiveInfo::online)
                .map(hive -> Placement.entry(hive, model))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A hive that has it though it has not said so yet; one that does not answer has not. Blocks. */
    Optional<HiveInfo> unlisted(List<HiveInfo> usable, String model) {
        return usable.stream().filter(hive -> has(hive, model)).findFirst();
    }

    private boolean has(HiveInfo hive, String model) {
        try {
            return parts.calls().to(hive).models().stream().anyMatch(entry -> ModelNames.same(entry.id(), model));
        } catch (ProblemException e) {
            LOG.info("hive={} cannot be asked for model={}: {}", hive.id(), model, e.getMessage());
            return false;
        }
    }

    /** A process of that model there which is on its way, or comes back by itself, and is to stay. Blocks. */
    Optional<String> present(HiveInfo hive, String model) {
        return parts.calls().to(hive).workers().stream()
                .filter(process -> ModelNames.same(process.model(), model))
                .filter(process -> process.state() == ProcessState.RUNNING || process.state() == ProcessState.WAITING)
                .map(WorkerProcess::workerId)
                .filter(id -> parts.workers()
                        .get(id)
                        .map(WorkerInfo::state)
                        .filter(state -> state == WorkerState.DRAINING)
                        .isEmpty())
                .findFirst();
    }

    ProblemException missing(List<HiveInfo> hives, String model, @Nullable String hive) {
        List<String> names = new HiveModels(() -> hives)
                .installed().stream()
                        .map(ModelEntry::id)
                        .distinct()
                        .sorted()
                        .limit(20)
                        .toList();
        return new ProblemException(new Problem(
                ProblemCode.MODEL_NOT_FOUND,
                hive == null
                        ? "No hive that is online has model \"" + model + "\"."
                        : "Hive " + hive + " has no model \"" + model + "\".",
                "model",
                "Known are: " + String.join(", ", names) + ".",
                null));
    }
}
