package dev.rbee.dist;

import dev.rbee.manual.Command;
import dev.rbee.manual.FishCompletion;
import dev.rbee.manual.ManPage;
import dev.rbee.manual.ZshCompletion;
import dev.rbee.service.boot.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What a Linux desktop, its shells, {@code man} and systemd are told of rbee; the templates lie in {@code jpackage/linux}.
 *
 * @param order as ordered
 * @param program that desktops start, as an {@code Exec} line has it
 * @param daemon that systemd starts
 */
record Share(Order order, String program, String daemon) {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    /** Of a package, which lies in its place. */
    static Share ofPackage(Order order) {
        return new Share(order, "/opt/rbee/bin/rbee-app", "/opt/rbee/bin/rbee-daemon");
    }

    /** Of a folder of the user, with the place that the guide names and {@code rbee} on the PATH. */
    static Share ofFolder(Order order) {
        return new Share(order, "rbee app", "%h/.local/share/rbee/bin/rbee-daemon");
    }

    /** Writes all of it below {@code share} and {@code units}. */
    void write(Path share, Path units) throws IOException {
        template("rbee.desktop", share.resolve("applications/rbee.desktop"));
        template("dev.rbee.rbee.metainfo.xml", share.resolve("metainfo/dev.rbee.rbee.metainfo.xml"));
        template("rbee.xml", share.resolve("mime/packages/rbee.xml"));
        template("rbee.service", units.resolve("rbee.service"));
        icons(share.resolve("icons/hicolor"));
        CommandLine line = Main.commands();
        Command root = Command.of(line);
        ManPage man = new ManPage(order.version(), order.time());
        for (String page : List.of("rbee.1", "rbee-daemon.1")) {
            Compressed.write(share.resolve("man/man1/" + page + ".gz"), man.of(text(page), root));
        }
        String bash = AutoComplete.bash("rbee", line); // which begins as a program does; it is read, not run
        put(share.resolve("bash-completion/completions/rbee"), bash.substring(bash.indexOf('\n') + 1));
        put(share.resolve("fish/vendor_completions.d/rbee.fish"), FishCompletion.of(root));
        put(share.resolve("zsh/vendor-completions/_rbee"), ZshCompletion.of(root));
        Path others =
                Files.createDirectories(share.resolve("zsh/site-functions")).resolve("_rbee");
        Files.deleteIfExists(others);
        Files.createSymbolicLink(others, Path.of("../vendor-completions/_rbee"));
    }

    private void icons(Path folder) throws IOException {
        Path icons = order.project().resolve("assets/icons");
        for (int size : SIZES) {
            put(
                    folder.resolve(size + "x" + size + "/apps/rbee.png"),
                    Files.readAllBytes(icons.resolve("rbee-" + size + ".png")));
        }
        put(folder.resolve("scalable/apps/rbee.svg"), Files.readAllBytes(icons.resolve("rbee.svg")));
    }

    private void template(String name, Path to) throws IOException {
        put(
                to,
                text(name)
                        .replace("@program@", program)
                        .replace("@daemon@", daemon)
                        .replace("@version@", order.version())
                        .replace(
                                "@date@",
                                order.time()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString()));
    }

    private String text(String name) throws IOException {
        return Files.readString(order.project().resolve("jpackage/linux").resolve(name));
    }

    private static void put(Path to, String text) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.writeString(to, text);
    }

    private static void put(Path to, byte[] bytes) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.write(to, bytes);
    }
}
