package dev.rbee.service.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path dir;

    @Test
    void secondQueenIsToldWhereTheFirstIs() {
        Home home = Home.at(dir).create();
        try (InstanceLock first = InstanceLock.acquire(home)) {
            assertNotNull(first);
            home.runFile("queen").write(new RunFile.Content(1234, 42, "a", "http://127.0.0.1:1234"));
            ProblemException refused = assertThrows(ProblemException.class, () -> InstanceLock.acquire(home));
            assertEquals(ProblemCode.ALREADY_RUNNING, refused.problem().code());
            assertTrue(refused.problem().message().contains("http://127.0.0.1:1234"));
        }
        InstanceLock.acquire(home).close();
    }
}
