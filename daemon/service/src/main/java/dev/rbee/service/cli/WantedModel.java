package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody calls a model becomes the name of one that is there; it is fetched where no machine has it. */
final class WantedModel {
    private final Root root;
    private final Link link;
    private final @Nullable String hive;
    private final StatusLine line;

    WantedModel(Root root, Link link, @Nullable String hive, StatusLine line) {
        this.root = root;
        this.link = link;
        this.hive = hive;
        this.line = line;
    }

    /** The name to spawn by; blocks while it is fetched. A name that nobody knows is returned as it is: the queen says what is wrong with it. */
    String name(String wanted) {
        Optional<String> there = installed(wanted);
        if (there.isPresent()) {
            return there.get();
        }
        ModelRef ref = ModelRef.parse(wanted);
        return switch (ref) {
            case ModelRef.Demo demo -> demo.toString();
            case ModelRef.Installed installed -> inLibrary(installed) ? pulled(installed.toString()) : wanted;
            case ModelRef.LocalFile file ->
                ModelImport.take(link, home(file.path()), null, false, line).id();
            case ModelRef.Library _, ModelRef.Hub _, ModelRef.Url _ ->
                installed(ref.toString()).orElseGet(() -> pulled(ref.toString()));
        };
    }

    private Optional<String> installed(String name) {
        return KnownModels.named(link.queen().catalog(), name).stream()
                .filter(entry -> entry.state().equals("installed"))
                .map(ModelEntry::id)
                .findFirst();
    }

    private boolean inLibrary(ModelRef.Installed name) {
        String wanted = name.toString().toLowerCase(Locale.ROOT);
        return new ModelsClient(link.remote())
                .library().stream().anyMatch(model -> model.name().equals(wanted));
    }

    private String pulled(String ref) {
        return new Pull(root, link, line).whole(ref, hive, null).id();
    }

    /** The path that a shell would make of it. */
    static Path home(String path) {
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path);
    }
}
