package dev.rbee.service.models.download;

import dev.rbee.contract.gguf.GgufFile;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufKind;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.PartialPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what came, before it gets a name: a model's files have to be one. Reads the disk. */
final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final ModelStore store;

    Arrival(ModelStore store) {
        this.store = store;
    }

    /** Throws {@code model_invalid}; what came is worthless then and is taken away. */
    void check(PartialPlan plan, List<String> sha256) throws IOException {
        try {
            List<Path> weights = sha256.subList(0, plan.weights().size()).stream()
                    .map(store.installs()::place)
                    .toList();
            GgufInfo info = GgufReader.read(weights);
            for (int i = weights.size(); i < sha256.size(); i++) {
                projector(store.installs().place(sha256.get(i)));
            }
            LOG.debug("model={} architecture={} bytes={}", plan.id(), info.architecture(), info.fileBytes());
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.MODEL_INVALID) {
                LOG.warn("model={} is no model: {}", plan.id(), e.getMessage());
                store.installs().drop(sha256);
                store.partials().remove(plan);
                throw ProblemException.of(
                        ProblemCode.MODEL_INVALID,
                        "What came for " + plan.id() + " is no usable model: "
                                + e.problem().message(),
                        "The source has something else under that name; choose another file or repository.");
            }
            throw e;
        }
    }

    private static void projector(Path file) {
        GgufFile what = GgufReader.inspect(file);
        if (what.kind() != GgufKind.PROJECTOR) {
            throw ProblemException.of(
                    ProblemCode.MODEL_INVALID, "The file " + file.getFileName() + " is no projector (mmproj).", null);
        }
    }
}
