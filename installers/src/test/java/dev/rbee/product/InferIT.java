package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rbee infer} where nothing runs: starts everything, answers, leaves nothing, however it ends. */
class InferIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration GONE = Duration.ofSeconds(10);

    @TempDir
    Path temp;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(temp);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void nothingLeft() {
        await().atMost(GONE).untilAsserted(() -> assertEquals(List.of(), sandbox.processes()));
    }

    /** A long answer, once its worker runs. */
    private Running answering() {
        Running infer = Running.start(sandbox, "infer", "--model", "demo", "--prompt", "hello", "--max-tokens", "4000");
        await().atMost(SOON).until(() -> infer.handle().descendants().count() >= 2);
        return infer;
    }

    @Test
    void answersAndLeavesNothing() {
        Running infer = Running.start(sandbox, "infer", "--model", "demo", "--prompt", "hello", "--max-tokens", "16");
        assertEquals(0, infer.awaitExit(SOON), infer.said());
        assertFalse(infer.stdout().isBlank(), infer.said());
        assertEquals("", infer.stderr());
        nothingLeft();
    }

    @Test
    void unknownModelFailsWithAMessageAndLeavesNothing() {
        Running infer = Running.start(sandbox, "infer", "--model", "nope", "--prompt", "hello");
        assertEquals(1, infer.awaitExit(SOON), infer.said());
        assertEquals("", infer.stdout());
        assertTrue(infer.stderr().startsWith("rbee: ") && infer.stderr().contains("nope"), infer.said());
        assertFalse(infer.stderr().contains("\tat "), infer.said());
        nothingLeft();
    }

    @Test
    void killedItLeavesNothing() {
        answering().kill();
        nothingLeft();
    }

    @Test
    void terminatedItLeavesNothing() {
        Running infer = answering();
        infer.terminate();
        assertEquals(143, infer.awaitExit(GONE), infer.said());
        assertEquals("", infer.stderr());
        nothingLeft();
    }
}
