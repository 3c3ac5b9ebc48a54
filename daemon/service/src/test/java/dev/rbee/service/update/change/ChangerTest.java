package dev.rbee.service.update.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Installation;
import dev.rbee.service.update.change.Change.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One version in the place of the other, with real processes. */
class ChangerTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path dir;

    private Images images;

    @BeforeEach
    void start() throws IOException {
        images = new Images(dir);
    }

    private Changer.End install(Duration deadline) throws Exception {
        return images.changer(deadline).install(Set.of());
    }

    @Test
    void aSoundVersionIsTriedAndPutInItsPlace() throws Exception {
        assertEquals(Changer.End.NOTHING, install(LONG));
        images.staged(Images.SOUND);
        assertEquals(Changer.End.SWITCHED, install(LONG));
        assertEquals(Images.NEW, images.inForce());
        assertEquals(Phase.SWITCHED, images.phase());
        assertFalse(Files.exists(images.folder.trial()), "the home of the trial is gone");
        assertTrue(
                Files.readString(images.slots.other().resolve("bin/rbee")).contains(Images.OLD), "the old one is kept");
        assertEquals(Changer.End.NOTHING, install(LONG));
    }

    @Test
    void aVersionThatDoesNotStartIsNotPutThere() throws Exception {
        images.staged(Images.BROKEN);
        assertEquals(Changer.End.KEPT, install(LONG));
        assertEquals(Images.OLD, images.inForce());
        String why =
                String.valueOf(Change.read(images.folder.change()).orElseThrow().why());
        assertTrue(why.contains("a library is missing"), why);
        images.staged(Images.SLOW);
        assertEquals(Changer.End.KEPT, install(SHORT));
        assertEquals(Images.OLD, images.inForce());
        assertFalse(Files.exists(images.slots.other()));
    }

    @Test
    void whileSomethingRunsNothingIsExchanged() throws Exception {
        images.staged(Images.SOUND);
        Path program = images.slots.root().resolve("bin/sleep");
        Process busy = new ProcessBuilder(program.toString(), "600").start();
        try {
            assertEquals(Changer.End.BUSY, install(LONG));
            assertEquals(Images.OLD, images.inForce());
            assertEquals(Phase.STAGED, images.phase());
            assertEquals(Changer.End.SWITCHED, images.changer(LONG).install(Set.of(busy.pid())));
        } finally {
            busy.destroyForcibly().waitFor();
        }
    }

    @Test
    void theOneBeforeComesBackWithItsData() throws Exception {
        images.staged(Images.SOUND);
        install(LONG);
        Files.writeString(images.home.config(), "# of 0.2.0\n");
        assertEquals(Changer.End.SWITCHED, images.changer(LONG).back(Set.of(), true, "why"));
        assertEquals(Images.OLD, images.inForce());
        assertEquals(Phase.BACK, images.phase());
        assertEquals("# of 0.1.0\n", Files.readString(images.home.config()));
        assertEquals(
                "# of 0.2.0\n",
                Files.readString(images.folder.path().resolve("after-0.2.0").resolve("rbee.toml")));
        assertEquals(Changer.End.NOTHING, images.changer(LONG).back(Set.of(), true, "why"));
    }

    @Test
    void goingBackByHandKeepsDataThatBothCanRead() throws Exception {
        images.staged(Images.SOUND);
        install(LONG);
        Files.writeString(images.home.config(), "# of 0.2.0\n");
        images.changer(LONG).back(Set.of(), false, "asked");
        assertEquals("# of 0.2.0\n", Files.readString(images.home.config()));
    }

    private Process starting() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }

    @Test
    void aFirstStartThatComesToNothingIsUndone() throws Exception {
        images.staged(Images.SOUND);
        install(LONG);
        Process silent = starting();
        Watch watch = new Watch(images.home, SHORT, images.changer(LONG), InstantSource.system());
        assertFalse(watch.watch(silent.pid()));
        assertFalse(silent.isAlive(), "it was ended");
        assertEquals(Images.OLD, images.inForce());
        String why =
                String.valueOf(Change.read(images.folder.change()).orElseThrow().why());
        assertTrue(why.contains("0.2.0 did not start"), why);
    }

    @Test
    void aFirstStartThatSaysSoIsTheEndOfIt() throws Exception {
        images.staged(Images.SOUND);
        install(LONG);
        Process starts = starting();
        try {
            FirstStart first = FirstStart.begin(images.folder, Images.NEW, "daemon", starts.pid());
            FirstStart second = FirstStart.begin(images.folder, Images.NEW, "app", starts.pid());
            second.started();
            first.started();
            Awaitility.await().atMost(LONG).until(() -> images.phase() == Phase.DONE);
            assertEquals(Images.NEW, images.inForce());
            assertTrue(starts.isAlive());
        } finally {
            starts.destroyForcibly().waitFor();
        }
    }

    @Test
    void allOfItByProcessesOfTheirOwn() throws Exception {
        images.staged(Images.SOUND);
        Path java = images.slots.root().resolve("lib/runtime/bin/java");
        Installation installation = new Installation(java, System.getProperty("java.class.path"), dir);
        ChangeProcess process = new ChangeProcess(images.slots, images.folder, images.home, installation);
        assertEquals(Phase.SWITCHED, process.now("install").phase());
        assertEquals(Images.NEW, images.inForce());
        Process crashes = starting();
        FirstStart.begin(images.folder, Images.NEW, "daemon", crashes.pid());
        crashes.destroyForcibly().waitFor();
        Path again = images.home.path().resolve("ran-" + Images.OLD);
        Awaitility.await().atMost(LONG).until(() -> Files.exists(again));
        assertEquals(Images.OLD, images.inForce());
        assertEquals(Phase.BACK, images.phase());
        Awaitility.await().atMost(LONG).until(() -> {
            process.clearUp();
            return !Files.exists(images.slots.keeper());
        });
    }

    @Test
    void threeRenamesDoAsWellAndAreMended() throws Exception {
        images.staged(Images.SOUND);
        Path root = images.slots.root();
        Exchange.byRenames(root, images.slots.other());
        assertEquals(Images.NEW, images.inForce());
        Files.move(root, root.resolveSibling(".rbee.aside"));
        Exchange.mend(root, images.slots.other());
        assertEquals(Images.NEW, images.inForce());
        Files.move(images.slots.other(), root.resolveSibling(".rbee.aside"));
        Exchange.mend(root, images.slots.other());
        assertTrue(Files.exists(images.slots.other()));
    }
}
