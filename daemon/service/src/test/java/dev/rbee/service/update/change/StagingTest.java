package dev.rbee.service.update.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.engines.TarMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version unpacked beside the old one. */
class StagingTest {
    private static final int FILES = 400;

    @TempDir
    Path dir;

    private Images images;

    @BeforeEach
    void start() throws IOException {
        images = new Images(dir);
    }

    private static TarMaker image() {
        TarMaker tar = new TarMaker().file("rbee/bin/rbee", "#!/bin/sh\n", true);
        for (int i = 0; i < FILES; i++) {
            tar.file("rbee/lib/app/part" + i, Integer.toString(i).repeat(3_000), false);
        }
        return tar;
    }

    private void stage(Path archive) {
        new Staging(images.slots, images.folder).stage(archive, Images.OLD, Images.NEW, Instant.EPOCH);
    }

    private ProblemCode refused(TarMaker tar) throws IOException {
        Path archive = tar.write(dir.resolve("bad.tar.gz"));
        return assertThrows(ProblemException.class, () -> stage(archive))
                .problem()
                .code();
    }

    @Test
    void itLiesBesideAndTheOldOneIsUntouched() throws Exception {
        stage(image().write(dir.resolve("a.tar.gz")));
        assertEquals(Images.NEW, Slots.version(images.slots.other()));
        assertTrue(Files.isExecutable(images.slots.other().resolve("bin/rbee")));
        assertEquals(Images.OLD, images.inForce());
        assertEquals(Change.Phase.STAGED, images.phase());
        assertFalse(Files.exists(images.slots.unpacking()));
        new Staging(images.slots, images.folder).discard();
        assertFalse(Files.exists(images.slots.other()));
        assertTrue(Change.read(images.folder.change()).isEmpty());
    }

    @Test
    void whatIsNoRbeeIsRefused() throws Exception {
        assertEquals(ProblemCode.UPDATE_FAILED, refused(new TarMaker().file("rbee/readme", "no program", false)));
        assertEquals(ProblemCode.UPDATE_FAILED, refused(new TarMaker().file("../rbee", "#!/bin/sh\n", true)));
        assertEquals(ProblemCode.UPDATE_FAILED, refused(new TarMaker()));
        assertFalse(Files.exists(images.slots.other()));
        assertFalse(Files.exists(images.slots.unpacking()));
        assertTrue(Change.read(images.folder.change()).isEmpty());
    }

    @Test
    void killedWhileItUnpacksItLeavesNothingHalf() throws Exception {
        Path archive = image().write(dir.resolve("a.tar.gz"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 1; kill <= 6; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StageMain.class.getName(),
                            images.slots.root().toString(),
                            images.home.path().toString(),
                            archive.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("log").toFile())
                    .start();
            while (process.isAlive() && !Files.exists(images.slots.unpacking())) {
                Thread.onSpinWait();
            }
            boolean ended = process.waitFor(random.nextLong(120), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            String when = "seed " + seed + ", kill " + kill;
            assertEquals(Images.OLD, images.inForce(), when);
            if (Files.exists(images.slots.other())) {
                try (var parts = Files.list(images.slots.other().resolve("lib/app"))) {
                    assertEquals(FILES, parts.count(), when);
                }
            } else {
                assertFalse(ended, () -> when + "\n" + log());
                assertTrue(Change.read(images.folder.change()).isEmpty(), when);
            }
            Slots.delete(images.slots.other());
            Files.deleteIfExists(images.folder.change());
        }
        stage(archive);
        assertEquals(Change.Phase.STAGED, images.phase());
    }

    private String log() {
        try {
            return Files.readString(dir.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
