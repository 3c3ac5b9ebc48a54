package dev.rbee.service.queen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.nodes.Node;
import dev.rbee.service.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed again and again, each time after a random number of commits. */
class DurabilityIT {
    private static final int CYCLES = Integer.getInteger("rbee.durability.cycles", 8);

    @TempDir
    Path dir;

    @Test
    void nothingAcknowledgedIsLostByKill() throws Exception {
        Random random = new Random(7);
        Set<String> acknowledged = new HashSet<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged.addAll(killedAfter(random.nextInt(60), "c" + cycle));
        }
        Home home = Home.at(dir);
        try (Database database = Database.open(home, InstantSource.system(), System::nanoTime)) {
            assertNull(database.notice());
            Set<String> there =
                    new Nodes(database).list().stream().map(Node::nodeName).collect(Collectors.toSet());
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(there);
            assertEquals(Set.of(), lost);
            assertTrue(there.size() - acknowledged.size() <= CYCLES, "written but not said: at most one a cycle");
        }
    }

    private List<String> killedAfter(int commits, String prefix) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingChild.class.getName(),
                        dir.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = child.inputReader()) {
            assertEquals("open null", out.readLine());
            for (int i = 0; i < commits; i++) {
                String line = out.readLine();
                assertTrue(line != null && line.startsWith(prefix), "the child ended by itself: " + line);
                said.add(line);
            }
            child.toHandle().destroyForcibly(); // the process's own method would close the pipe that is read to its end
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line); // committed and said before the kill came
            }
        } finally {
            child.destroyForcibly();
            int _ = child.waitFor();
        }
        return said.stream().filter(line -> line.matches(prefix + "-\\d+")).toList();
    }
}
