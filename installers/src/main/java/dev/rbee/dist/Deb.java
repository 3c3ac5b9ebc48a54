package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The package of Debian and Ubuntu: the image in {@code /opt/rbee}, and what systems look for in their own places. What stands in its control file
 * and its scripts lies in {@code jpackage/linux/debian}.
 *
 * @param order as ordered
 * @param image that is ready
 */
record Deb(Order order, ProductImage image) {
    /** Of the image: what an archive has, and a package has elsewhere. */
    private static final String SHARE = "share";

    /** Makes it in {@code order.to()}; its file. Takes as long as compressing takes. */
    Path make() throws IOException {
        Path tree = order.work().resolve("deb");
        RuntimeImage.delete(tree);
        copy(image.root(), tree.resolve("opt/rbee"));
        Path usr = tree.resolve("usr");
        Share.ofPackage(order).write(usr.resolve("share"), usr.resolve("lib/systemd/user"));
        new DebianPapers(order).write(usr.resolve("share/doc/rbee"));
        Files.copy(templates().resolveSibling("running"), tree.resolve("opt/rbee/lib/running"));
        Path bin = Files.createDirectories(usr.resolve("bin"));
        for (Program program : List.of(Program.COMMAND, Program.DAEMON)) {
            Files.createSymbolicLink(bin.resolve(program.name()), Path.of("/opt/rbee/bin", program.name()));
        }
        String architecture = Tool.run(List.of("dpkg", "--print-architecture"), order.work(), Map.of())
                .strip();
        rights(tree);
        describe(tree, architecture);
        Path file = order.to().resolve("rbee_" + new DebianPapers(order).version() + "_" + architecture + ".deb");
        Files.deleteIfExists(file);
        Tool.run(
                List.of("dpkg-deb", "--root-owner-group", "--build", tree.toString(), file.toString()),
                order.work(),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(order.time().getEpochSecond())));
        return file;
    }

    private Path templates() {
        return order.project().resolve("jpackage/linux/debian");
    }

    /** {@code DEBIAN}, with the sums of all files, by which {@code dpkg --verify} goes. */
    private void describe(Path tree, String architecture) throws IOException {
        List<String> sums = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.sorted().toList()) {
                if (Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
                    sums.add(md5(file) + "  " + tree.relativize(file));
                    bytes += Files.size(file);
                }
            }
        }
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.write(control.resolve("md5sums"), sums);
        Files.writeString(control.resolve("control"), control(architecture, bytes));
        for (String script : List.of("postinst", "prerm", "postrm")) {
            Files.copy(templates().resolve(script), control.resolve(script));
        }
        rights(control);
        for (String script : List.of("postinst", "prerm", "postrm")) {
            Files.setPosixFilePermissions(control.resolve(script), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The description for that processor and that many bytes. */
    String control(String architecture, long bytes) throws IOException {
        return Files.readString(templates().resolve("control"))
                .replace("@version@", new DebianPapers(order).version())
                .replace("@architecture@", architecture)
                .replace("@size@", Long.toString((bytes + 1023) / 1024));
    }

    /** Everybody reads, root writes; whoever builds may have been asked for less. And the time of the image for what is new. */
    private void rights(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                boolean open = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
                if (Files.isRegularFile(path)) {
                    Files.setLastModifiedTime(path, FileTime.from(order.time()));
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                if (folder.equals(from.resolve(SHARE))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
