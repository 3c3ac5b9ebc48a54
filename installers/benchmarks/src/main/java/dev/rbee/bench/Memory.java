package dev.rbee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process has in memory (Linux).
 *
 * @param resident MiB of pages it can use at once; those it shares with others count whole
 * @param share MiB where those it shares with others count by their share, so that several processes can be added up
 */
record Memory(double resident, double share) {
    private static final Memory NONE = new Memory(0, 0);

    /** Of that process; nothing where it is gone. */
    static Memory of(long pid) throws IOException {
        try {
            double resident = 0;
            double share = 0;
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                if (line.startsWith("Rss:")) {
                    resident = mib(line);
                } else if (line.startsWith("Pss:")) {
                    share = mib(line);
                }
            }
            return new Memory(resident, share);
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    /** Of all of these together. */
    static Memory of(Stream<ProcessHandle> processes) throws IOException {
        Memory all = NONE;
        for (ProcessHandle process : processes.toList()) {
            Memory one = of(process.pid());
            all = new Memory(all.resident + one.resident, all.share + one.share);
        }
        return all;
    }

    private static double mib(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
