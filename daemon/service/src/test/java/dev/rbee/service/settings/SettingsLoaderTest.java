package dev.rbee.service.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    @TempDir
    Path dir;

    private EffectiveSettings load(String toml, Map<String, String> environment, Map<String, String> flags)
            throws IOException {
        Path file = dir.resolve("rbee.toml");
        Files.writeString(file, toml);
        return SettingsLoader.load(file, environment, flags);
    }

    private List<String> mistakes(String toml, Map<String, String> environment) {
        ProblemException e = assertThrows(ProblemException.class, () -> load(toml, environment, Map.of()));
        assertEquals(ProblemCode.CONFIG_INVALID, e.problem().code());
        String details = e.problem().details();
        return details == null
                ? List.of(e.problem().message())
                : details.lines().toList();
    }

    @Test
    void defaultsAreThese() {
        Settings s = SettingsLoader.load(dir.resolve("none.toml"), Map.of("PATH", "x"), Map.of())
                .settings();
        assertEquals(Settings.defaults(), s);
        assertEquals(new Settings.Registry("127.0.0.1", 7830, false), s.registry());
        assertEquals(new Settings.Queen("127.0.0.1", 7833, false, 30, List.of(), List.of()), s.queen());
        assertEquals(new Settings.LocalHive(true, "local", "127.0.0.1", 7835, false), s.localHive());
        assertEquals(new Settings.Worker(new PortRange(8080, 9999), 4096, 2, 0, 1800, true, 60), s.worker());
        assertEquals(new Settings.Queue(512, 300), s.queue());
        assertEquals(new Settings.Models("", List.of(), true, "", List.of(), "", "any", 2, 4, 0), s.models());
        assertEquals(new Settings.Engines("auto", ""), s.engines());
        assertEquals(List.of(), s.declaredModels());
        assertEquals(new Settings.Log("info", 10, 5), s.log());
        assertEquals(new Settings.Ui("system"), s.ui());
        assertEquals(List.of(), s.hives());
    }

    @Test
    void modelsAreDeclared() throws IOException {
        Path file = dir.resolve("models.toml");
        Files.writeString(file, """
                [[model]]
                name = "qwen3:8b"
                ctx = 16384
                kv_type = "q8_0"
                idle_s = 600
                keep = true
                """);
        DeclaredModel model = SettingsLoader.load(file, Map.of(), Map.of())
                .settings()
                .declaredModels()
                .get(0);
        assertEquals("qwen3:8b", model.name());
        assertEquals(16384, model.ctx());
        assertEquals("q8_0", model.options().kvType());
        assertEquals(600, model.options().idleS());
        assertTrue(model.keep());
    }

    @Test
    void flagsGoOverTheEnvironmentOverTheFile() throws IOException {
        String toml = "[queen]\nport = 1\ndrain_s = 1\nallowed_hosts = [\"a\"]\n[registry]\nport = 1\n";
        EffectiveSettings effective = load(
                toml,
                Map.of("RBEE_QUEEN_PORT", "2", "RBEE_REGISTRY_PORT", "2", "RBEE_QUEEN", "http://x"),
                Map.of("queen.port", "3"));
        assertEquals(
                new Settings.Queen("127.0.0.1", 3, true, 1, List.of("a"), List.of()),
                effective.settings().queen());
        assertEquals(
                new Settings.Registry("127.0.0.1", 2, false),
                effective.settings().registry());
        assertTrue(effective.logLine().contains("registry.port=2 (environment)"), effective.logLine());
        assertTrue(effective.logLine().contains("queen.port=3 (flag)"), effective.logLine());
        assertTrue(effective.logLine().contains("queen.drain_s=1 (rbee.toml)"), effective.logLine());
    }

    @Test
    void everyMistakeIsSaidAtOnceWithTheNearestName() {
        assertEquals(
                List.of(
                        "unknown key queen.prot; did you mean queen.port?",
                        "queen.drain_s is \"soon\" and must be a whole number from 0 to 3600.",
                        "unknown section [worke]; did you mean [worker]?",
                        "log must be a section: write [log] on a line of its own.",
                        "unknown variable RBEE_QUEEN_PROT; did you mean RBEE_QUEEN_PORT?",
                        "RBEE_WORKER_PORTS is \"9-1\" and must be a range of ports such as 8080-9999."),
                mistakes(
                                "log = 1\n[queen]\nprot = 1\ndrain_s = \"soon\"\n[worke]\nports = 1\n",
                                Map.of("RBEE_QUEEN_PROT", "1", "RBEE_WORKER_PORTS", "9-1"))
                        .stream()
                        .sorted(java.util.Comparator.comparingInt(SettingsLoaderTest::rank))
                        .toList());
    }

    private static int rank(String line) {
        return List.of("unknown key", "queen.drain", "unknown sec", "log must", "unknown var", "RBEE_").stream()
                .map(line::startsWith)
                .toList()
                .indexOf(true);
    }

    @Test
    void brokenTomlNamesTheLine() {
        assertTrue(mistakes("[queen]\nport = = 1\n", Map.of()).getFirst().contains("rbee.toml line 2 is not TOML"));
    }

    @Test
    void bindsOnlyToLoopback() {
        assertEquals(
                List.of("queen.bind is \"0.0.0.0\" and must be a loopback address (127.0.0.1 or ::1)."),
                mistakes("[queen]\nbind = \"0.0.0.0\"\n", Map.of()));
    }

    @Test
    void hivesAreDeclaredByTables() throws IOException {
        String toml = """
                [[hive]]
                name = "gpu-1"
                hostname = "192.168.1.100"
                ssh_user = "vince"
                ssh_key = "~/.ssh/id_ed25519"
                [[hive]]
                hostname = "127.0.0.1"
                port = 8080
                [[hive]]
                name = "far"
                mode = "network"
                hostname = "localhost"
                ssh_port = 2222
                install_path = "~/rbee"
                host_key = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                git_repo_url = "https://example.org/rbee.git"
                git_branch = "next"
                proxy_jump = "vince@gate:22"
                expect_gpu = true
                mac = "aa:bb:cc:dd:ee:ff"
                """;
        Settings settings = load(toml, Map.of(), Map.of()).settings();
        assertEquals(
                List.of(
                        plain("gpu-1", HiveMode.NETWORK, "192.168.1.100", 7835, "vince", "~/.ssh/id_ed25519"),
                        plain("127.0.0.1", HiveMode.LOCAL, "127.0.0.1", 8080, null, null),
                        new DeclaredHive(
                                "far",
                                HiveMode.NETWORK,
                                "localhost",
                                7835,
                                null,
                                null,
                                2222,
                                "~/rbee",
                                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                "https://example.org/rbee.git",
                                "next",
                                "vince@gate:22",
                                true,
                                "aa:bb:cc:dd:ee:ff")),
                settings.hives());
        assertEquals("127.0.0.1", settings.localHive().name(), "this machine's hive takes its table's name");
        assertEquals(8080, settings.localHive().port());
    }

    private static DeclaredHive plain(
            String name, HiveMode mode, String host, int port, @Nullable String user, @Nullable String key) {
        return new DeclaredHive(name, mode, host, port, user, key, null, null, null, null, null, null, null, null);
    }

    @Test
    void localHiveOfItsOwnSectionIsNotRenamedByATable() throws IOException {
        String toml = "[[hive]]\nname = \"a\"\nmode = \"local\"\nport = 9\n[local_hive]\nname = \"b\"\n";
        Settings settings = load(toml, Map.of(), Map.of()).settings();
        assertEquals("b", settings.localHive().name());
        assertEquals(9, settings.localHive().port());
    }

    @Test
    void wrongHivesAreSaid() {
        assertEquals(
                List.of(
                        "[[hive]] number 1: unknown key hostnam; did you mean hostname?",
                        "[[hive]] number 1: mode is \"lokal\" and must be one of local, network.",
                        "[[hive]] number 1: hostname is missing."),
                mistakes("[[hive]]\nhostnam = \"a\"\nmode = \"lokal\"\n", Map.of()));
        assertEquals(
                List.of(
                        "[[hive]] number 1: host_key is \"x\" and must be a fingerprint as ssh shows it, SHA256:....",
                        "two [[hive]] tables are of this machine, which has one hive."),
                mistakes(
                        "[[hive]]\nname = \"a\"\nmode = \"local\"\nhost_key = \"x\"\n[[hive]]\nhostname = \"::1\"\n",
                        Map.of()));
        assertTrue(mistakes("[hive]\nport = 1\n", Map.of()).getFirst().contains("[local_hive]"));
    }

    @Test
    void secretsAreMasked() {
        assertEquals("****", Secrets.masked("models.hf_token", "hf_abc"));
        assertEquals("7833", Secrets.masked("queen.port", "7833"));
    }
}
