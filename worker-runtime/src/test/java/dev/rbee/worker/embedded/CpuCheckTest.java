package dev.rbee.worker.embedded;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuCheckTest {
    private static CpuCheck linux(String flags, boolean gomp) {
        String info = "processor\t: 0\nflags\t\t: " + flags + "\nbugs\t\t: none\n";
        return new CpuCheck("Linux", "amd64", () -> Optional.of(info), library -> gomp);
    }

    @Test
    void aModernProcessorPasses() {
        assertDoesNotThrow(() -> linux("fpu sse4_2 avx avx2 fma f16c", true).demand());
    }

    @Test
    void withoutAvx2NothingIsLoaded() {
        Problem problem = assertThrows(
                        ProblemException.class,
                        () -> linux("fpu sse4_2 avx f16c", true).demand())
                .problem();
        assertEquals(ProblemCode.CPU_UNSUPPORTED, problem.code());
        assertTrue(problem.message().contains("lacks avx2, fma"), problem.message());
    }

    @Test
    void withoutLibgompNothingIsLoaded() {
        Problem problem = assertThrows(
                        ProblemException.class,
                        () -> linux("avx2 fma f16c", false).demand())
                .problem();
        assertEquals(ProblemCode.CPU_UNSUPPORTED, problem.code());
        assertTrue(problem.message().contains("libgomp.so.1"), problem.message());
        assertTrue(String.valueOf(problem.hint()).contains("apt install libgomp1"));
    }

    @Test
    void anotherProcessorIsSaidByName() {
        CpuCheck check = new CpuCheck("Linux", "riscv64", Optional::empty, library -> true);
        assertTrue(assertThrows(ProblemException.class, check::demand)
                .problem()
                .message()
                .contains("riscv64"));
    }

    @Test
    void thisMachineIsReadForReal() {
        assertDoesNotThrow(() -> CpuCheck.here().demand());
    }
}
