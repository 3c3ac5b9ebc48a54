package dev.rbee.service.update.change;

import dev.rbee.service.home.Home;
import dev.rbee.service.update.UpdateFolder;
import dev.rbee.service.update.change.Change.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The version before, while the new one starts for the first time: comes back where that does not start. */
final class Watch {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Home home;
    private final UpdateFolder folder;
    private final Duration deadline;
    private final Changer changer;
    private final InstantSource clock;

    /** {@code deadline} for the new version to say that it has started. */
    Watch(Home home, Duration deadline, Changer changer, InstantSource clock) {
        this.home = home;
        this.folder = UpdateFolder.of(home);
        this.deadline = deadline;
        this.changer = changer;
        this.clock = clock;
    }

    /** Watches that process; true where it has started. Otherwise the version before is in its place again. Blocks. */
    boolean watch(long pid) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        Change change = Change.read(folder.change()).orElse(null);
        if (change == null) {
            return true;
        }
        long end = System.nanoTime() + deadline.toNanos();
        while (!Files.exists(folder.started())) {
            boolean alive = process.isPresent() && process.get().isAlive();
            if (!alive || System.nanoTime() - end > 0) {
                if (Files.exists(folder.started())) {
                    break;
                }
                back(change, process, alive);
                return false;
            }
            Thread.sleep(LOOK);
        }
        change.to(Phase.DONE, clock.instant(), null).write(folder.change());
        return true;
    }

    private void back(Change change, Optional<ProcessHandle> process, boolean alive)
            throws IOException, InterruptedException {
        if (process.isPresent()) {
            Programs.end(process.get(), GRACE);
        }
        for (ProcessHandle left : Programs.of(Path.of(change.root()), Set.of())) {
            Programs.end(left, GRACE);
        }
        String why = "rbee " + change.to() + " did not start: "
                + (alive ? "after " + deadline.toSeconds() + " s it was not ready." : "it ended before it was ready.");
        changer.back(Set.of(), true, why);
        ChangeMain.say(clock.instant() + " " + why + " home=" + home.path());
    }
}
