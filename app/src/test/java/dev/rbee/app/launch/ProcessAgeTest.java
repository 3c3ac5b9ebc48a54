package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    @Test
    void fromTheStartOfTheProcessToNow() {
        String stat = "4711 (java (a) b) S 1 4711 4711 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 33 0 4818300 9 10";
        assertEquals(Duration.ofMillis(1930), ProcessAge.between(stat, "48184.93 90000.00\n"));
    }

    @Test
    void ofThisProcess() {
        Duration age = ProcessAge.now(InstantSource.system()).orElseThrow();
        Duration known = Duration.ofMillis(
                java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime());
        assertTrue(
                age.compareTo(known.minusSeconds(1)) > 0 && age.compareTo(known.plusSeconds(30)) < 0,
                age + " " + known);
    }
}
