package dev.rbee.app.chats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two programs on one file. */
class TwoProgramsTest extends StoreFixture {
    private static final int EACH = 150;

    /** The other program: {@code <file>}. */
    public static final class Other {
        private Other() {}

        /** Writes its chats and ends. */
        public static void main(String[] args) throws Exception {
            write(Path.of(args[0]), "other");
        }
    }

    private static void write(Path file, String who) throws Exception {
        try (ChatStore store = new ChatStore(file, CLOCK)) {
            for (int i = 0; i < EACH; i++) {
                done(store.chats().add(List.of(chat(who + i, who + i, "said by " + who))));
            }
        }
    }

    @Test
    void bothWriteAndNothingIsLost() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file().toString())
                .inheritIO()
                .start();
        try {
            write(file(), "this");
            assertEquals(true, other.waitFor(120, TimeUnit.SECONDS));
            assertEquals(0, other.exitValue());
        } finally {
            other.destroyForcibly();
        }
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            assertEquals(2 * EACH, store.chats().all().size());
            assertEquals("", store.notice());
            assertEquals(EACH, store.search().find("said other", 1000).size());
        }
    }
}
