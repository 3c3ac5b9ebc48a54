package dev.rbee.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed from its first key to a new one. */
class FeedMainTest {
    @TempDir
    Path dir;

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private void file(String name) throws IOException {
        Files.writeString(dir.resolve(name), name);
    }

    private void add(String version, String... files) throws IOException {
        for (String each : files) {
            file(each);
        }
        List<String> all = new java.util.ArrayList<>(
                List.of("add", "--feed", at("feed.json"), "--release", version, "--base", "https://example.org/r"));
        for (String each : files) {
            all.add(at(each));
        }
        assertEquals(0, FeedMain.run(all.toArray(String[]::new)));
    }

    private Feed feed() throws IOException {
        return FeedText.parse(Files.readAllBytes(dir.resolve("feed.json")));
    }

    @Test
    void fromTheFirstKeyToAnother() throws Exception {
        assertEquals(0, FeedMain.run("keygen", at("one.pem")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("one.pem"))));
        assertEquals(1, FeedMain.run("keygen", at("one.pem")), "no key is written over");
        add("0.1.0", "rbee_0.1.0_amd64.deb");
        add(
                "0.2.0",
                "rbee_0.2.0_amd64.deb",
                "rbee-0.2.0-linux-arm64.tar.gz",
                "rbee-0.2.0.msi",
                "rbee-node-linux-x64.tar.gz",
                "SHA256SUMS");
        assertEquals(
                List.of("linux x64 deb", "linux arm64 image", "windows x64 msi"),
                feed().releases().getFirst().packages().stream()
                        .map(p -> p.system() + " " + p.arch() + " " + p.kind())
                        .toList());
        assertEquals(0, FeedMain.run("sign", "--feed", at("feed.json"), "--key", at("one.pem")));
        assertEquals(0, FeedMain.run("verify", "--feed", at("feed.json"), "--key", at("one.pub")));
        long serial = feed().serial();
        assertEquals(0, FeedMain.run("keygen", at("two.pem")));
        assertEquals(1, FeedMain.run("verify", "--feed", at("feed.json"), "--key", at("two.pub")));
        assertEquals(
                0,
                FeedMain.run(
                        "sign",
                        "--feed",
                        at("feed.json"),
                        "--key",
                        at("one.pem"),
                        "--key",
                        at("two.pem"),
                        "--name-key",
                        at("two.pub")));
        assertTrue(feed().serial() > serial);
        assertEquals(1, feed().newKeys().size());
        assertEquals(0, FeedMain.run("verify", "--feed", at("feed.json"), "--key", at("two.pub")));
        Files.writeString(
                dir.resolve("feed.json"),
                Files.readString(dir.resolve("feed.json")).replace("deb", "rpm"));
        assertEquals(1, FeedMain.run("verify", "--feed", at("feed.json"), "--key", at("one.pub")));
    }

    @Test
    void whatIsNoPackage() {
        assertEquals(
                1,
                FeedMain.run(
                        "add", "--feed", at("feed.json"), "--release", "1.0", "--base", "https://x.org", at("README")));
        assertFalse(Files.exists(dir.resolve("feed.json")));
        assertEquals(2, FeedMain.run("sign"));
    }
}
