package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a model when it was looked at.
 *
 * @param stamps of its files, in order; empty where one could not be looked at
 * @param entry under the name that its file gives it; without hash and other names, which may come later
 */
record Seen(List<ModelFile.Stamp> stamps, ModelEntry entry) {
    /** Looks at the files and reads their header. Blocks on the disk. */
    static Seen look(ModelFile file, ModelFacts facts) {
        List<ModelFile.Stamp> stamps;
        try {
            stamps = file.stamps();
        } catch (ProblemException e) {
            return new Seen(List.of(), entry(file, 0, null, e.problem().message()));
        }
        long size = stamps.stream().mapToLong(ModelFile.Stamp::size).sum();
        if (file.missing() > 0) {
            String message = "Of its " + (file.missing() + stamps.size()) + " files " + file.missing()
                    + (file.missing() == 1 ? " is" : " are") + " missing.";
            return new Seen(stamps, entry(file, size, null, message));
        }
        try {
            return new Seen(stamps, entry(file, size, facts.info(stamps), null));
        } catch (ProblemException e) {
            return new Seen(stamps, entry(file, size, null, e.problem().message()));
        }
    }

    private static ModelEntry entry(ModelFile file, long size, @Nullable GgufInfo info, @Nullable String message) {
        return new ModelEntry(
                file.id(),
                String.valueOf(file.path().getFileName()),
                file.path().toString(),
                size,
                null,
                info == null ? "invalid" : "installed",
                info == null ? null : info.architecture(),
                info == null ? null : info.quantization(),
                info == null ? null : info.shape().context(),
                info == null ? null : Long.valueOf(info.parameters()),
                info != null && info.embeddingOnly(),
                info != null && info.generates(),
                message,
                null,
                null,
                file.origin().wire(),
                file.projector() == null ? null : Boolean.TRUE,
                file.parts().size() == 1 ? null : Integer.valueOf(file.parts().size()),
                null,
                info == null ? null : info.header());
    }
}
