package dev.rbee.service.update.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changing process killed without warning, again and again. {@code -Drbee.kills=200} for more than CI does. */
class ChangeKillIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path dir;

    @Test
    void oneVersionIsAlwaysWholeInItsPlace() throws Exception {
        int kills = Integer.getInteger("rbee.kills", 12);
        long seed = Long.getLong("rbee.seed", System.nanoTime());
        Random random = new Random(seed);
        Images images = new Images(dir);
        long whole = whole(images);
        Map<Change.Phase, Integer> seen = new EnumMap<>(Change.Phase.class);
        for (int kill = 1; kill <= kills; kill++) {
            String when = "seed " + seed + ", kill " + kill;
            reset(images);
            Process process = start(images);
            // Every other one in the middle of the exchange.
            boolean ended = kill % 2 == 0
                    ? switching(images, process, random)
                    : process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            seen.merge(images.phase(), 1, Integer::sum);
            String after = images.inForce();
            assertTrue(!ended || after.equals(Images.NEW), when);
            Changer.End end = images.changer(LONG).install(Set.of());
            assertTrue(
                    end == Changer.End.SWITCHED || (end == Changer.End.NOTHING && after.equals(Images.NEW)),
                    when + ": " + end);
            assertEquals(Images.NEW, images.inForce(), when);
            assertEquals(List.of(), Programs.of(dir, Set.of()), when + ": nothing is left running");
        }
        System.out.println(kills + " kills within " + whole + " ms left " + seen);
    }

    private static boolean switching(Images images, Process process, Random random) throws InterruptedException {
        while (process.isAlive() && images.phase() == Change.Phase.STAGED) {
            Thread.onSpinWait();
        }
        return process.waitFor(random.nextLong(4_000), TimeUnit.MICROSECONDS);
    }

    private static void reset(Images images) throws Exception {
        if (images.inForce().equals(Images.NEW)) {
            Slots.delete(images.slots.root());
            Images.make(images.slots.root(), Images.OLD, Images.SOUND);
        }
        images.staged(Images.SOUND);
    }

    private long whole(Images images) throws Exception {
        images.staged(Images.SOUND);
        long begin = System.nanoTime();
        assertEquals(0, start(images).waitFor(), Files.readString(dir.resolve("log")));
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private Process start(Images images) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChangeMain.class.getName(),
                        "install",
                        images.home.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile())
                .start();
    }
}
