package dev.rbee.app.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBookTest {
    private static final String SECRET = "rbee_very-secret-indeed";

    private static final Connection.Address ADDRESS =
            new Connection.Address("a", "office", "https://rbee.example.org", SECRET, true);
    private static final Connection.Login LOGIN =
            new Connection.Login("l", "gpu-box", "gpu-box", 2222, "vince", null, null, null, SECRET, null);

    @TempDir
    Path folder;

    @Test
    void whatIsPutIsThereAtTheNextStartAndForTheUserAlone() throws Exception {
        Path file = folder.resolve("connections.json");
        ConnectionBook book = new ConnectionBook(file);
        book.put(ADDRESS);
        book.put(LOGIN);
        book.put(ADDRESS.named("the office"));
        assertEquals(List.of(ADDRESS.named("the office"), LOGIN), new ConnectionBook(file).known());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        book.forget("a");
        assertFalse(Files.readString(file).contains("office"));
        assertEquals(LOGIN, new ConnectionBook(file).find("l"));
        assertEquals(new Connection.Here(), new ConnectionBook(file).find("a"), "what is forgotten is this machine");
    }

    @Test
    void aDamagedFileIsPutAside() throws Exception {
        Path file = folder.resolve("connections.json");
        for (String damaged :
                List.of("{\"connections\":[{\"kind\":\"address\"", "{\"connections\":[null]}", "[1]", "")) {
            Files.writeString(file, damaged);
            ConnectionBook book = new ConnectionBook(file);
            assertEquals(List.of(), book.known());
            book.put(LOGIN);
            assertEquals(List.of(LOGIN), new ConnectionBook(file).known());
            assertTrue(Files.exists(folder.resolve("connections.json.damaged")));
        }
    }

    @Test
    void noTextShowsASecret() {
        assertFalse((ADDRESS + " " + LOGIN + " " + LOGIN.login()).contains(SECRET));
        assertEquals("vince@gpu-box:2222", LOGIN.where());
    }

    @Test
    void pausesGrowAndStopGrowing() {
        assertEquals(
                List.of(2L, 4L, 8L, 16L, 32L, 32L, 32L),
                IntStream.of(1, 2, 3, 4, 5, 6, 1000)
                        .mapToObj(Pause::before)
                        .map(Duration::toSeconds)
                        .toList());
    }
}
