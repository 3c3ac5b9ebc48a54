package dev.rbee.service.queen.nodes;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.service.home.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bundles of this installation, in {@code node/} beside its assets; an installed rbee has none there and makes the one for machines like its
 * own when one is asked for. Reads the disk.
 */
final class Bundles {
    private final Path folder;
    private final OwnBundle own;

    Bundles(Installation installation, Path cache) {
        this.folder = installation.assetsDir().resolveSibling("node");
        this.own = new OwnBundle(folder, cache);
    }

    /**
     * How rbee gets onto a machine.
     *
     * @param kind null: in no way
     * @param bundle what is uploaded; null where it is built there
     */
    record Choice(@Nullable BundleKind kind, @Nullable Bundle bundle) {}

    /**
     * The best way for a machine: from git where its node says so, else the bundle made for its system, else the portable one with a Java of
     * its own. Another C library than GNU's runs none of the bundles.
     */
    Choice choose(MachineFacts facts, NodePlan plan) {
        if (plan.gitRepoUrl() != null) {
            return new Choice(facts.engineFits() ? BundleKind.GIT : null, null);
        }
        if (!facts.engineFits()) {
            return new Choice(null, null);
        }
        String ending = "-" + facts.os() + "-" + facts.arch() + ".tar.gz";
        Optional<Bundle> bundle = newest(ending).or(() -> own.made(ending).map(Bundle::of));
        if (bundle.isEmpty() && !facts.javas().isEmpty()) {
            bundle = newest("-portable.tar.gz");
        }
        return new Choice(bundle.map(Bundle::kind).orElse(null), bundle.orElse(null));
    }

    /** Whether there is any portable bundle. */
    boolean portable() {
        return newest("-portable.tar.gz").isPresent();
    }

    private Optional<Bundle> newest(String ending) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("rbee-node-")
                            && file.getFileName().toString().endsWith(ending))
                    .max(Comparator.comparing(Bundles::modified))
                    .map(Bundle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.file.attribute.FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
