package dev.rbee.service.update.change;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Processes of this machine. Blocks where it says so. */
final class Programs {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Programs() {}

    /** Running programs that lie in that folder, but those. */
    static List<ProcessHandle> of(Path folder, Set<Long> but) {
        return ProcessHandle.allProcesses()
                .filter(process -> !but.contains(process.pid()))
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent())
                .toList();
    }

    /** Waits until there are none; those that are left then. */
    static List<ProcessHandle> awaitNone(Path folder, Set<Long> but, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<ProcessHandle> left = of(folder, but);
        while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK);
            left = of(folder, but);
        }
        return left;
    }

    /** Ends a process and all it has started: asks first, kills what is left after that time. Blocks for so long. */
    static void end(ProcessHandle process, Duration grace) throws InterruptedException {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        long deadline = System.nanoTime() + grace.toNanos();
        while (System.nanoTime() - deadline < 0 && (process.isAlive() || alive(family))) {
            Thread.sleep(LOOK);
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        while (process.isAlive() || alive(family)) {
            Thread.sleep(LOOK);
        }
    }

    private static boolean alive(List<ProcessHandle> some) {
        return some.stream().anyMatch(ProcessHandle::isAlive);
    }
}
