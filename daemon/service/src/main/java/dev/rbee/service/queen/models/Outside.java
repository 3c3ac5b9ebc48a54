package dev.rbee.service.queen.models;

import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.service.models.hub.References;
import org.jspecify.annotations.Nullable;

/** The catalogue, the hub and addresses, as they are. */
record Outside(References references) implements ModelSource {
    @Override
    public ResolvedModel resolve(ModelRef ref) {
        return references.resolve(ref);
    }

    @Override
    public boolean inLibrary(ModelRef ref) {
        return references.inLibrary(ref);
    }

    @Override
    public @Nullable String token() {
        return references.token();
    }
}
