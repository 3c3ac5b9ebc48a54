package dev.rbee.service.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final String TEXT = """
            # mine
            [queen]
            port = 9000 # known outside
            [worker]
            # many
            slots = 4

            [[hive]]   # the big one
            name = "gpu"
            hostname = "gpu.lan"

            [[model]]
            name = "demo"
            """;

    @TempDir
    Path dir;

    private SettingsFile file(String text, Map<String, String> environment) throws IOException {
        Path path = dir.resolve("rbee.toml");
        Files.writeString(path, text);
        return new SettingsFile(path, environment);
    }

    private String text() throws IOException {
        return Files.readString(dir.resolve("rbee.toml"));
    }

    @Test
    void everyLayerIsShown() throws IOException {
        SettingsView view = file(TEXT, Map.of("RBEE_QUEEN_PORT", "9100", "RBEE_LOG_LEVEL", "debug"))
                .read();
        assertEquals(
                new SettingsView.State(
                        view.state("queen.port").info(), "9000", null, "9100", SettingSource.ENVIRONMENT),
                view.state("queen.port"));
        assertEquals(SettingSource.FILE, view.state("worker.slots").source());
        assertEquals("4", view.state("worker.slots").value());
        assertEquals(SettingSource.DEFAULT, view.state("worker.ctx").source());
        assertEquals("4096", view.state("worker.ctx").value());
        assertEquals("8080-9999", view.state("worker.ports").value());
        assertEquals("debug", view.state("log.level").value());
        assertEquals(SettingInfo.all().size(), view.states().size());
        assertEquals(List.of(Map.of("name", "gpu", "hostname", "gpu.lan")), view.hives());
        assertEquals(List.of(Map.of("name", "demo")), view.models());
        assertEquals(List.of(), view.mistakes());
    }

    @Test
    void everySettingCanBeSetToItsDefaultAndReset() throws IOException {
        SettingsFile file = file(TEXT, Map.of());
        for (SettingInfo info : SettingInfo.all()) {
            SettingsView set = file.apply(new SettingsEdit.Value(info.key(), info.parse(info.fallback())));
            assertEquals(info.fallback(), set.state(info.key()).value(), info.key());
            assertEquals(SettingSource.FILE, set.state(info.key()).source(), info.key());
            assertTrue(set.mistakes().isEmpty(), info.key());
        }
        for (SettingInfo info : SettingInfo.all()) {
            SettingsView reset = file.apply(new SettingsEdit.Reset(info.key()));
            assertEquals(SettingSource.DEFAULT, reset.state(info.key()).source(), info.key());
        }
        for (String comment : List.of("# mine", "# known outside", "# many", "# the big one")) {
            assertTrue(text().contains(comment), comment);
        }
    }

    @Test
    void whatWouldBeWrongIsNotWritten() throws IOException {
        SettingsFile file = file(TEXT, Map.of());
        ProblemException e =
                assertThrows(ProblemException.class, () -> file.apply(new SettingsEdit.Value("worker.slots", 99)));
        assertTrue(e.problem().message().contains("from 1 to 64"), e.problem().message());
        assertThrows(
                ProblemException.class,
                () -> file.apply(new SettingsEdit.Add("hive", Map.of("name", "gpu", "hostname", "x"))));
        assertThrows(ProblemException.class, () -> file.apply(new SettingsEdit.Add("model", Map.of("slots", 2))));
        assertEquals(TEXT, text());
        assertThrows(
                IllegalArgumentException.class, () -> SettingInfo.all().get(12).parse("many"));
    }

    @Test
    void aWrongValueCanBeMendedAmongOthers() throws IOException {
        SettingsFile file = file("[worker]\nslots = 99\nctx = 1\nslot = 2\n", Map.of());
        SettingsView view = file.read();
        assertEquals(3, view.mistakes().size());
        assertEquals("99", view.state("worker.slots").inFile());
        assertTrue(String.valueOf(view.state("worker.slots").wrong()).contains("from 1 to 64"));
        assertEquals("2", view.state("worker.slots").value());
        SettingsView mended = file.apply(new SettingsEdit.Value("worker.slots", 3));
        assertEquals(2, mended.mistakes().size());
        assertEquals("[worker]\nslots = 3\nctx = 1\nslot = 2\n", text());
    }

    @Test
    void whatIsNoTomlIsShownAndLeft() throws IOException {
        SettingsFile file = file("[worker\nslots = 2\n", Map.of());
        SettingsView view = file.read();
        assertFalse(view.toml());
        assertEquals(1, view.mistakes().size());
        assertThrows(ProblemException.class, () -> file.apply(new SettingsEdit.Value("worker.slots", 3)));
        assertEquals(1, file.check("[worker\n").size());
        file.replace(view.text(), "[worker]\nslots = 2\n");
        assertEquals("2", file.read().state("worker.slots").inFile());
        assertThrows(ProblemException.class, () -> file.replace(view.text(), ""));
        assertThrows(ProblemException.class, () -> file.replace(text(), "[worker]\nslots = 200\n"));
    }

    @Test
    void inlineTablesAreLeftToTheirOwner() throws IOException {
        SettingsFile file = file("queen = { port = 9000 }\n", Map.of());
        assertEquals("9000", file.read().state("queen.port").value());
        ProblemException e =
                assertThrows(ProblemException.class, () -> file.apply(new SettingsEdit.Value("queen.port", 1)));
        assertTrue(
                e.problem().message().contains("was left as it is"), e.problem().message());
        assertEquals("queen = { port = 9000 }\n", text());
    }

    @Test
    void tablesAreAddedChangedAndRemoved() throws IOException {
        SettingsFile file = file(TEXT, Map.of());
        SettingsView two =
                file.apply(new SettingsEdit.Add("hive", new TreeMap<>(Map.of("name", "mac", "hostname", "m"))));
        assertEquals("m", two.hives().get(1).get("hostname"));
        SettingsView changed = file.apply(new SettingsEdit.Change(
                "hive", 0, "gpu", Map.of("name", "gpu", "hostname", "gpu.example", "ssh_port", 2222)));
        assertEquals(
                Map.of("name", "gpu", "hostname", "gpu.example", "ssh_port", "2222"),
                changed.hives().getFirst());
        assertThrows(ProblemException.class, () -> file.apply(new SettingsEdit.Remove("hive", 1, "gpu")));
        SettingsView one = file.apply(new SettingsEdit.Remove("hive", 0, "gpu"));
        assertEquals(List.of(Map.of("name", "mac", "hostname", "m")), one.hives());
        assertEquals(
                List.of(), file.apply(new SettingsEdit.Remove("hive", 0, "mac")).hives());
        assertEquals(
                List.of(Map.of("name", "demo", "keep", "true")),
                file.apply(new SettingsEdit.Change("model", 0, "demo", Map.of("name", "demo", "keep", true)))
                        .models());
    }

    @Test
    void theFileKeepsItsPlaceAndItsRights() throws IOException {
        SettingsFile file = file(TEXT, Map.of());
        Path real = dir.resolve("elsewhere.toml");
        Files.move(file.path(), real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(file.path(), real);
        file.apply(new SettingsEdit.Value("worker.slots", 5));
        assertTrue(Files.isSymbolicLink(file.path()));
        assertTrue(Files.readString(real).contains("slots = 5"));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    }

    @Test
    void aFileIsMadeWhereThereIsNone() throws IOException {
        SettingsFile file = new SettingsFile(dir.resolve("new/rbee.toml"), Map.of());
        assertFalse(file.read().there());
        file.apply(new SettingsEdit.Value("queue.wait_s", 7));
        assertEquals("[queue]\nwait_s = 7\n", Files.readString(file.path()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    }

    @Test
    void manyChangesMeanWhatTheySay() throws IOException {
        SettingsFile file = file(TEXT, Map.of());
        Random random = new Random(7);
        Map<String, String> expected = new TreeMap<>(Map.of("queen.port", "9000", "worker.slots", "4"));
        for (int i = 0; i < 400; i++) {
            SettingInfo info =
                    SettingInfo.all().get(random.nextInt(SettingInfo.all().size()));
            if (random.nextInt(3) == 0) {
                file.apply(new SettingsEdit.Reset(info.key()));
                expected.remove(info.key());
                continue;
            }
            String value = value(info, random);
            file.apply(new SettingsEdit.Value(info.key(), info.parse(value)));
            expected.put(info.key(), value);
        }
        SettingsView view = file.read();
        Map<String, String> found = new TreeMap<>();
        view.states().stream()
                .filter(state -> state.inFile() != null)
                .forEach(state -> found.put(state.info().key(), state.value()));
        assertEquals(expected, found);
        assertEquals(1, view.hives().size());
        assertTrue(text().contains("# the big one"));
    }

    private static String value(SettingInfo info, Random random) {
        return switch (info.form()) {
            case FLAG -> String.valueOf(random.nextBoolean());
            case NUMBER -> info.fallback();
            case CHOICE -> info.choices().get(random.nextInt(info.choices().size()));
            case LIST -> random.nextBoolean() ? "a\"b\nc # d" : "";
            case TEXT -> info.fallback().isEmpty() ? "C:\\dir\\[x] # " + random.nextInt(9) : info.fallback();
        };
    }
}
