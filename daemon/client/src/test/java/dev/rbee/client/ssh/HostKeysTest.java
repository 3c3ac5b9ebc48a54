package dev.rbee.client.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ssh.HostKeys.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeysTest {
    private static final byte[] ONE = key("one");
    private static final byte[] TWO = key("two");

    @TempDir
    Path folder;

    private Path own;
    private Path users;
    private HostKeys keys;

    @BeforeEach
    void files() {
        own = folder.resolve("rbee/known_hosts");
        users = folder.resolve("users_known_hosts");
        keys = new HostKeys(own, users);
    }

    private static byte[] key(String text) {
        byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        byte[] rest = text.getBytes(StandardCharsets.US_ASCII);
        return java.nio.ByteBuffer.allocate(4 + type.length + rest.length)
                .putInt(type.length)
                .put(type)
                .put(rest)
                .array();
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void whatIsRememberedIsKnownOnThatPortOnly() throws Exception {
        assertInstanceOf(Verdict.Unknown.class, keys.check("Mac.lan", 22, ONE));
        keys.remember("mac.lan", 22, ONE);
        keys.remember("mac.lan", 22, ONE);
        assertInstanceOf(Verdict.Known.class, keys.check("Mac.LAN", 22, ONE));
        assertInstanceOf(Verdict.Unknown.class, keys.check("mac.lan", 2222, ONE));
        keys.remember("mac.lan", 2222, TWO);
        assertEquals(
                List.of("mac.lan ssh-ed25519 " + base64(ONE), "[mac.lan]:2222 ssh-ed25519 " + base64(TWO)),
                Files.readAllLines(own));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        assertEquals(Set.of("mac.lan", "[mac.lan]:2222"), keys.hosts());
    }

    @Test
    void anotherKeyIsAChangeThatNamesTheOldOneAndItsFile() throws Exception {
        Files.writeString(users, "h ssh-ed25519 " + base64(ONE) + "\n");
        Verdict.Changed changed = assertInstanceOf(Verdict.Changed.class, keys.check("h", 22, TWO));
        assertEquals(List.of(Fingerprints.of(ONE)), changed.expected());
        assertEquals(users, changed.file());
        assertFalse(keys.forget("h", 22), "the user's own file is never written");
        keys.remember("h", 22, TWO);
        assertInstanceOf(Verdict.Known.class, keys.check("h", 22, TWO));
        assertTrue(keys.forget("h", 22));
        assertInstanceOf(Verdict.Changed.class, keys.check("h", 22, TWO));
    }

    @Test
    void hashedNamesPatternsAndRevokedKeysAreUnderstood() throws Exception {
        Files.writeString(users, """
                # comment
                |1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-rsa %s
                *.lan,!bad.lan ssh-ed25519 %s
                @revoked * ssh-ed25519 %s
                @cert-authority * ssh-ed25519 %s
                damaged
                """.formatted(base64(ONE), base64(ONE), base64(TWO), base64(key("ca"))));
        assertInstanceOf(Verdict.Known.class, keys.check("192.168.1.61", 22, ONE));
        assertInstanceOf(Verdict.Unknown.class, keys.check("192.168.1.62", 22, ONE));
        assertInstanceOf(Verdict.Known.class, keys.check("a.lan", 22, ONE));
        assertInstanceOf(Verdict.Unknown.class, keys.check("bad.lan", 22, ONE));
        assertInstanceOf(Verdict.Changed.class, keys.check("anywhere", 22, TWO));
        assertInstanceOf(Verdict.Unknown.class, keys.check("anywhere", 22, key("ca")));
        assertEquals(Set.of(), keys.hosts());
    }

    @Test
    void patternsEndInTime() {
        assertTrue(Glob.matches("*a*b?", "xxaxxbz"));
        assertFalse(Glob.matches("*a".repeat(200) + "b", "a".repeat(2000)));
    }
}
