package dev.rbee.client.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshConfigTest {
    @TempDir
    Path home;

    private SshConfig config(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(folder.resolve("config"), text);
        return SshConfig.load(home, "vince");
    }

    private static SshTarget resolve(SshConfig config, String host) {
        return config.target(host, null, null, null, null);
    }

    @Test
    void nothingSaidMeansOpensshsDefaults() throws Exception {
        SshConfig none = SshConfig.load(home, "vince");
        assertEquals(new SshTarget("mac.lan", 22, "vince", List.of(), List.of()), resolve(none, "mac.lan"));
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/id_rsa"), "");
        Files.writeString(home.resolve(".ssh/id_ed25519"), "");
        assertEquals(
                List.of(home.resolve(".ssh/id_ed25519"), home.resolve(".ssh/id_rsa")),
                resolve(none, "x").keys());
    }

    @Test
    void theFirstValueCountsAndFilesAddUp() throws Exception {
        SshConfig config = config("""
                # machines
                Host mac
                    HostName = "mac.example.org"
                    Port 2222
                    IdentityFile ~/.ssh/mac_%r
                Host *.lan !bad.lan
                    User lan
                Host *
                    User root
                    Port 22
                    IdentityFile /keys/all
                """);
        SshTarget mac = resolve(config, "mac");
        assertEquals("mac.example.org", mac.host());
        assertEquals(2222, mac.port());
        assertEquals("root", mac.user());
        assertEquals(List.of(home.resolve(".ssh/mac_root"), Path.of("/keys/all")), mac.keys());
        assertEquals("lan", resolve(config, "a.lan").user());
        assertEquals("root", resolve(config, "bad.lan").user());
        SshTarget wished = config.target("mac", 22, "me", "~/k", null);
        assertEquals(new SshTarget("mac.example.org", 22, "me", List.of(home.resolve("k")), List.of()), wished);
    }

    @Test
    void includesCountWhereTheyStand() throws Exception {
        Files.createDirectories(home.resolve(".ssh/more"));
        Files.writeString(home.resolve(".ssh/more/b.conf"), "Host deep\n  Port 7\n");
        Files.writeString(home.resolve(".ssh/more/a.conf"), "User included\n");
        SshConfig config = config("Host one\n  Include more/*.conf\nHost *\n  User other\n");
        assertEquals("included", resolve(config, "one").user());
        assertEquals("other", resolve(config, "deep").user());
        assertEquals(22, resolve(config, "deep").port());
    }

    @Test
    void matchBlocksByNameHoldOthersDoNot() throws Exception {
        SshConfig config = config("""
                Host gpu
                  HostName gpu.example.org
                Match host *.example.org user vince
                  Port 44
                Match exec "touch /tmp/x"
                  Port 45
                Match all
                  IdentityFile none
                """);
        assertEquals(44, resolve(config, "gpu").port());
        assertEquals(22, config.target("gpu", null, "root", null, null).port());
        assertEquals(List.of(), resolve(config, "gpu").keys());
    }

    @Test
    void jumpsAreResolvedEachOnItsOwn() throws Exception {
        SshConfig config = config("""
                Host inner
                  ProxyJump mid,last@10.0.0.3:33
                Host mid
                  HostName 10.0.0.2
                  User m
                  ProxyJump outer
                Host outer
                  Port 2200
                Host loop
                  ProxyJump loop
                Host odd
                  ProxyCommand nc %h %p
                """);
        SshTarget inner = resolve(config, "inner");
        assertEquals(
                List.of("vince@outer:2200", "m@10.0.0.2:22", "last@10.0.0.3:33"),
                inner.jumps().stream().map(SshTarget::toString).toList());
        assertEquals(List.of(), config.target("inner", null, null, null, "none").jumps());
        assertEquals(
                "[::1]:7",
                "["
                        + config.target("x", null, null, null, "[::1]:7")
                                .jumps()
                                .getFirst()
                                .host() + "]:7");
        assertTrue(Machines.problem(ProblemCode.INVALID_FIELD, () -> resolve(config, "loop"))
                .message()
                .contains("circle"));
        assertTrue(Machines.problem(ProblemCode.INVALID_FIELD, () -> resolve(config, "odd"))
                .message()
                .contains("ProxyCommand"));
        for (String bad : List.of("-oProxyCommand=x", "@h", "h:", "h:x", "a,,b")) {
            Machines.problem(ProblemCode.INVALID_FIELD, () -> config.target("x", null, null, null, bad));
        }
    }

    @Test
    void aliasesAreOfferedPatternsAreNot() throws Exception {
        SshConfig config =
                config("Host gpu-1 gpu-2 *.lan\n  HostName %h.example.org\n  User u\nHost gpu-2\n  Port 9\nHost *\n");
        assertEquals(
                List.of("gpu-1 (u@gpu-1.example.org)", "gpu-2 (u@gpu-2.example.org:9)"),
                config.aliases().stream().map(Object::toString).toList());
    }
}
