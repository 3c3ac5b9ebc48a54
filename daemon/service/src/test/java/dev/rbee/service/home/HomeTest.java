package dev.rbee.service.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path dir;

    @Test
    void isNamedByTheEnvironment() {
        assertEquals(dir, Home.of(Map.of("RBEE_HOME", dir.toString())).path());
        assertEquals(
                Path.of(System.getProperty("user.home"), ".rbee"),
                Home.of(Map.of()).path());
    }

    @Test
    void tokenIsMadeOnceForTheUserAlone() throws IOException {
        Home home = Home.at(dir.resolve("h"));
        assertNull(home.existingToken());
        String token = home.token(new SecureRandom());
        assertEquals(token, home.token(new SecureRandom()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.tokenFile())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())));
    }

    @Test
    void readableTokenIsRestricted() throws IOException {
        Home home = Home.at(dir);
        Files.writeString(home.tokenFile(), "rbee_0123456789abcdef\n");
        Files.setPosixFilePermissions(home.tokenFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("rbee_0123456789abcdef", home.existingToken());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.tokenFile())));
    }

    @Test
    void emptyTokenIsAProblem() throws IOException {
        Files.writeString(dir.resolve("token"), "\n");
        ProblemException e =
                assertThrows(ProblemException.class, () -> Home.at(dir).token(new SecureRandom()));
        assertEquals(ProblemCode.CONFIG_INVALID, e.problem().code());
    }

    @Test
    void manyMakersGetOneToken() throws InterruptedException, ExecutionException {
        Home home = Home.at(dir.resolve("h"));
        Set<String> tokens = new HashSet<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<String> maker = () -> home.token(new SecureRandom());
            for (Future<String> token : pool.invokeAll(List.of(maker, maker, maker, maker, maker, maker, maker))) {
                tokens.add(token.get());
            }
        }
        assertEquals(1, tokens.size());
    }

    @Test
    void runFileIsRemovedByItsOwnInstanceOnly() {
        RunFile file = Home.at(dir).runFile("queen");
        assertEquals(Optional.empty(), file.read());
        RunFile.Content content = new RunFile.Content(7833, 42, "i1", "http://127.0.0.1:7833");
        file.write(content);
        file.remove("i2");
        assertEquals(Optional.of(content), file.read());
        file.remove("i1");
        assertTrue(file.read().isEmpty());
    }
}
