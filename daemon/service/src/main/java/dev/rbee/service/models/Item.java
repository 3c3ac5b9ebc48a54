package dev.rbee.service.models;

import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model under its name.
 *
 * @param seen what was seen of it
 * @param sha256 of its first file, where known
 * @param away its folder is not there now
 */
record Item(ModelFile file, Seen seen, @Nullable String sha256, boolean away) {
    ModelEntry entry() {
        ModelEntry e = seen.entry();
        return new ModelEntry(
                file.id(),
                e.file(),
                e.path(),
                e.sizeBytes(),
                sha256,
                away ? "offline" : e.state(),
                e.architecture(),
                e.quantization(),
                e.context(),
                e.parameters(),
                e.embedding(),
                e.chat(),
                away ? "Its folder is not there now." : e.message(),
                null,
                file.refs().isEmpty() ? null : file.refs(),
                e.origin(),
                e.vision(),
                e.parts(),
                null,
                e.header());
    }

    /** The same with further names. */
    Item with(List<String> refs) {
        return new Item(
                new ModelFile(
                        file.id(), file.parts(), file.missing(), file.projector(), file.origin(), refs, file.within()),
                seen,
                sha256,
                away);
    }
}
