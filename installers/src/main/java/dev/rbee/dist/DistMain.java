package dev.rbee.dist;

import dev.rbee.bundle.Contents;
import dev.rbee.bundle.RuntimeImage;
import dev.rbee.bundle.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Called by the build with the profile {@code dist}: {@code DistMain PROJECT IMAGE WORK TO VERSION TIME [TYPE...]}. */
public final class DistMain {
    private DistMain() {}

    /**
     * Makes the image and those packages. Throws where anything goes wrong.
     *
     * @param args the checkout; the product; where to work; where packages go; the version; the time of all files (RFC 3339); types
     *     of {@link Packages}, with blanks between them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Order order = new Order(
                Path.of(args[0]).toRealPath(),
                Path.of(args[1]).toRealPath(),
                Files.createDirectories(Path.of(args[2])).toRealPath(),
                Path.of(args[3]).toRealPath(),
                args[4],
                Instant.parse(args[5]));
        Target target = Target.product()
                .orElseThrow(() -> new IOException("no package is made on " + System.getProperty("os.name")));
        String types = String.join(" ", List.of(args).subList(6, args.length));
        ProductImage image = image(order, target);
        Packages packages = new Packages(order, image, target.suffix());
        for (String type : Packages.wanted(types, image.layout())) {
            say(packages.make(type));
        }
        Path parts = order.to().resolve("bom.json");
        if (Files.exists(parts)) {
            String name = "rbee-" + order.version() + "-" + target.suffix() + ".cdx.json";
            new Sbom(image, order.version()).write(parts, order.to().resolve(name));
        }
        for (Path old : Contents.files(order.to(), 1)) {
            if (String.valueOf(old.getFileName()).startsWith("rbee-node-")) {
                Files.delete(old);
            }
        }
        for (Path bundle : Contents.files(order.image().resolve("node"), 1)) {
            Files.copy(bundle, order.to().resolve(bundle.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProductImage image(Order order, Target target) throws IOException, InterruptedException {
        RuntimeImage runtime = RuntimeImage.of(
                        Path.of(System.getProperty("java.home")),
                        RuntimeImage.PRODUCT,
                        order.work().resolve("runtime"),
                        System.out)
                .orElseThrow(() -> new IOException("this JDK cannot link a Java"));
        ProductImage image = ProductImage.make(order, runtime, target);
        Path folder = order.work().resolve("trials");
        RuntimeImage.delete(folder);
        new Trials(image, Files.createDirectories(folder)).run();
        if (image.layout() == Layout.LINUX) {
            Path share = image.root().resolve("share");
            Share.ofFolder(order).write(share, share.resolve("systemd/user"));
        }
        image.age(order.time());
        if (image.layout() == Layout.MACOS) {
            MacPackages.describe(order, image.root());
        }
        Signer.of(order.project(), image.layout()).sign(Signer.Stage.IMAGE, image.root());
        return image;
    }

    private static void say(Path made) throws IOException {
        say(String.format(Locale.ROOT, "%s: %.1f MB", made.getFileName(), Files.size(made) / 1e6));
    }

    /** Tells whoever builds. */
    static void say(String line) {
        System.out.println(line);
    }
}
