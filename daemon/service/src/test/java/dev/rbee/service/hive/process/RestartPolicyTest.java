package dev.rbee.service.hive.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static long s(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void waitsDoubleUpToAMinute() {
        List<Long> waits = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> RestartPolicy.STANDARD.delay(n).toSeconds())
                .toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), waits);
        assertEquals(60, RestartPolicy.STANDARD.delay(Integer.MAX_VALUE).toSeconds());
    }

    @Test
    void fiveCrashesInTenMinutesAreTooManyAndThoseOfOtherModelsDoNotCount() {
        CrashLedger ledger = new CrashLedger(RestartPolicy.STANDARD);
        for (int i = 0; i < 4; i++) {
            assertFalse(ledger.crashed("m", s(i * 100L)));
            assertFalse(ledger.crashed("other" + i, s(i * 100L)));
        }
        assertTrue(ledger.crashed("m", s(599)));
        assertEquals(Duration.ofSeconds(1), ledger.remaining("m", s(599)));
        assertFalse(ledger.quarantined("m", s(601)));
        assertEquals(Duration.ZERO, ledger.remaining("m", s(601)));
    }

    @Test
    void releaseForgetsTheCrashes() {
        CrashLedger ledger = new CrashLedger(RestartPolicy.STANDARD);
        for (int i = 0; i < 5; i++) {
            assertEquals(i == 4, ledger.crashed("m", s(i)));
        }
        ledger.release("m");
        assertFalse(ledger.quarantined("m", s(6)));
    }
}
