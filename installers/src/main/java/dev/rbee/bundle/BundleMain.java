package dev.rbee.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Called by the build: {@code BundleMain IMAGE KEPT NODE LICENSE OPTIONS VERSION}. Says what it made, and nothing where nothing had to be made. */
public final class BundleMain {
    private BundleMain() {}

    /**
     * Makes the bundles.
     *
     * @param args the product's folder; where linked runtimes are kept; further files; the license; the list of Java options; the version
     */
    public static void main(String[] args) throws IOException {
        Path image = Path.of(args[0]);
        Optional<Target> target = Target.here();
        Optional<RuntimeImage> runtime = target.isEmpty()
                ? Optional.empty()
                : RuntimeImage.of(
                        Path.of(System.getProperty("java.home")), RuntimeImage.NODE, Path.of(args[1]), System.out);
        new NodeBundles(image, Path.of(args[2]), List.of(Path.of(args[3]), Path.of(args[4])), args[5], System.out)
                .build(target, runtime);
    }
}
