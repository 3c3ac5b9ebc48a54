package dev.rbee.service.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A real process that becomes another one. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class BecomeIT {
    /** What is run. */
    static final class Caterpillar {
        private Caterpillar() {}

        public static void main(String[] args) throws Exception {
            System.exit(Become.program(List.of(args), true));
        }
    }

    private static Process run(String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Caterpillar.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write("typed\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return process;
    }

    @Test
    void itIsTheSameProcessWithTheSameStreamsAndEveryWord() throws Exception {
        Process process =
                run("/bin/sh", "-c", "echo $$; cat; printf '<%s>' \"$@\"; exit 7", "sh", "a b", "", "gr\u00fcn");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(process.pid() + "\ntyped\n<a b><><gr\u00fcn>", said);
        assertEquals(7, process.waitFor());
    }

    @Test
    void aProgramThatIsNotThereIsSaid() throws Exception {
        Process process = run("/nowhere/at-all");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(true, said.contains("/nowhere/at-all"), said);
        assertEquals(1, process.waitFor());
    }
}
