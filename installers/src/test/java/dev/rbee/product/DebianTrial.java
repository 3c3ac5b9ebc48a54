package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What the trials of the package have in common. */
final class DebianTrial {
    /** Where they work; the Debian that was fetched stays in it. */
    static final Path FOLDER = Path.of("target/debian").toAbsolutePath();

    /** Before a command: any free ports. */
    static final String PORTS = "RBEE_REGISTRY_PORT=0 RBEE_QUEEN_PORT=0 RBEE_LOCAL_HIVE_PORT=0 ";

    private static final String QUESTION =
            "{\"model\":\"demo\",\"max_tokens\":8,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    private DebianTrial() {}

    /** The package of this build. */
    static Path deb() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolveSibling(""))) {
            List<Path> made =
                    files.filter(file -> file.toString().endsWith(".deb")).toList();
            assertEquals(1, made.size(), "-Pdist leaves one .deb in " + FOLDER.resolveSibling(""));
            return made.getFirst();
        }
    }

    /** A clean Debian with the package in root's home, not installed; skips the test, saying why, where none can be made. */
    static DebianRoot open(Path deb) throws IOException, InterruptedException {
        Tools.need("debootstrap", "unshare", "nsenter", "dpkg-deb");
        if (!"root".equals(System.getProperty("user.name"))) {
            Tools.absent("the trial of the package needs root, for a root of its own");
            Assumptions.abort("needs root");
        }
        String mirror = System.getProperty("rbee.debian.mirror", "http://deb.debian.org/debian");
        DebianRoot root = DebianRoot.open(FOLDER.resolve("base"), FOLDER.resolve("root"), mirror);
        Files.copy(deb, root.folder().resolve("root/rbee.deb"));
        return root;
    }

    /** What the demo model says at that address with the token of {@code ann}. */
    static String answer(DebianRoot root, String address) throws IOException {
        String token =
                Files.readString(root.folder().resolve("home/ann/.rbee/token")).strip();
        return new Api(address, token)
                .post("/v1/chat/completions", QUESTION)
                .at("/choices/0/message/content")
                .asText();
    }

    /** Programs of rbee that run. */
    static List<String> programs(DebianRoot root) throws IOException, InterruptedException {
        return root.programs().stream()
                .filter(program -> program.contains("/rbee/") || program.contains("java"))
                .toList();
    }
}
