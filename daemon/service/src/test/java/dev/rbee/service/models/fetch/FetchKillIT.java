package dev.rbee.service.models.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.testing.HubFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetching process killed without warning, again and again (reliability 4, Downloads). {@code -Drbee.kills=100} for more than CI does. */
class FetchKillIT {
    private static final long SIZE = 120_000_000;
    private static final long MOST_TWICE = 16 << 20;
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private long most;
    private int whole;

    @Test
    void killsCostLittleAndNeverLeaveAWrongFile() throws Exception {
        int kills = Integer.getInteger("rbee.kills", 8);
        long seed = Long.getLong("rbee.seed", System.nanoTime());
        Random random = new Random(seed);
        try (FetchHome home = new FetchHome(folder)) {
            home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, SIZE, 5);
            home.hub.faults().slow(12_000_000);
            for (int kill = 1; kill <= kills; kill++) {
                killedAfter(home, random.nextLong(SIZE / 3), "seed " + seed + ", kill " + kill);
            }
            home.hub.faults().slow(0);
            if (home.blobs().isEmpty()) {
                assertEquals(0, start(home).waitFor(), () -> "seed " + seed + "\n" + log(home));
            }
            right(home);
        }
        System.out.println(
                kills + " kills, at most " + most + " bytes came twice, " + whole + " came whole between them");
    }

    private void killedAfter(FetchHome home, long bytes, String when) throws Exception {
        long before = done(home);
        home.hub.forget();
        Process process = start(home);
        Awaitility.await(when)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> home.hub.sent() > bytes || !process.isAlive());
        boolean alive = process.isAlive();
        process.destroyForcibly();
        int exit = process.waitFor();
        assertTrue(alive || exit == 0, () -> when + ": it ended by itself, " + exit + "\n" + log(home));
        Awaitility.await(when).atMost(LONG).until(() -> home.hub.connections() == 0);
        if (!home.blobs().isEmpty()) {
            right(home);
            Files.delete(home.blobs().getFirst());
            whole++;
            return;
        }
        written(home, when);
        long twice = home.hub.sent() - (done(home) - before);
        most = Math.max(most, twice);
        assertTrue(twice <= MOST_TWICE, when + ": " + twice + " bytes come again");
    }

    private static String log(FetchHome home) {
        try {
            return Files.readString(home.folder.resolve("process.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long done(FetchHome home) {
        Sidecar left = Sidecar.read(home.part());
        return left == null ? 0 : left.doneBytes();
    }

    /** Every byte that is written down as being there is the right one. */
    private static void written(FetchHome home, String when) throws IOException {
        Sidecar left = Sidecar.read(home.part());
        if (left == null) {
            return;
        }
        Path source = home.hub.repo(FetchHome.REPO).get(FetchHome.FILE).content();
        try (RandomAccessFile part = new RandomAccessFile(home.part().toFile(), "r");
                RandomAccessFile wanted = new RandomAccessFile(source.toFile(), "r")) {
            for (List<Long> range : left.done()) {
                byte[] found = new byte[(int) (range.getLast() - range.getFirst())];
                byte[] right = new byte[found.length];
                part.seek(range.getFirst());
                part.readFully(found);
                wanted.seek(range.getFirst());
                wanted.readFully(right);
                assertTrue(Arrays.equals(found, right), when + ": wrong bytes in " + range);
            }
        }
    }

    private static void right(FetchHome home) throws IOException {
        HubFile file = home.hub.repo(FetchHome.REPO).get(FetchHome.FILE);
        assertEquals(List.of(home.blob(file.sha256())), home.blobs());
        assertEquals(-1, Files.mismatch(file.content(), home.blob(file.sha256())));
    }

    private static Process start(FetchHome home) throws IOException {
        HubFile file = home.hub.repo(FetchHome.REPO).get(FetchHome.FILE);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchMain.class.getName(),
                        home.folder.toString(),
                        home.hub.plainUrl(FetchHome.REPO, FetchHome.FILE),
                        home.hub.storage(),
                        Long.toString(file.size()),
                        file.sha256())
                .redirectErrorStream(true)
                .redirectOutput(home.folder.resolve("process.log").toFile())
                .start();
    }
}
