package dev.rbee.service.hive;

import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.download.Sources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What references mean where a hive is asked directly. */
final class HubResolver implements Sources.Resolver {
    @Override
    public ResolvedModel resolve(String ref, @Nullable String hubToken) {
        return switch (ModelRef.parse(ref)) {
            case ModelRef.Url url ->
                new ResolvedModel(
                        url.toString(),
                        url.fileName(),
                        List.of(new RemoteFile(url.fileName(), "model", url.url(), null, null)),
                        null,
                        null,
                        null,
                        false);
            case ModelRef.Demo _, ModelRef.Library _, ModelRef.Hub _, ModelRef.LocalFile _, ModelRef.Installed _ ->
                throw ProblemException.of(
                        ProblemCode.SOURCE_NOT_FOUND,
                        "This hive does not know what \"" + ref + "\" means.",
                        "Pull it through the queen: rbee model pull");
        };
    }
}
