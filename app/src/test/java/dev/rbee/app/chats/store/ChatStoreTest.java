package dev.rbee.app.chats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.sqlite.Sqlite;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file of the chats, also where it is not as it should be. */
class ChatStoreTest extends StoreFixture {
    @Test
    void theFileIsForThisUserAlone() throws Exception {
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            done(store.chats().put(info("a", "A")));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        }
    }

    @Test
    void aFileOfANewerProgramIsRefusedAndLeftAsItIs() throws Exception {
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            done(store.chats().put(info("a", "A")));
        }
        try (Connection connection = Sqlite.writer(file())) {
            Sqlite.run(connection, "PRAGMA user_version=99");
        }
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> store.chats().all());
            assertEquals(ProblemCode.SCHEMA_NEWER, refused.problem().code());
            ExecutionException write = assertThrows(
                    ExecutionException.class, () -> done(store.chats().put(info("b", "B"))));
            assertEquals(
                    ProblemCode.SCHEMA_NEWER,
                    ChatStore.problem(Objects.requireNonNull(write.getCause()))
                            .problem()
                            .code());
        }
        try (Connection connection = Sqlite.writer(file())) {
            assertEquals("99", Sqlite.one(connection, "PRAGMA user_version"));
        }
    }

    @Test
    void whatCanBeReadOfADamagedFileIsSavedAndTheFileIsKept() throws Exception {
        List<Loaded> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(chat("c" + i, "Chat " + i, "words ".repeat(400) + i));
        }
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            done(store.chats().add(many));
        }
        byte[] damage = new byte[4096];
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(damage), channel.size() / 2 / 4096 * 4096);
        }
        byte[] found = Files.readAllBytes(file());
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            List<ChatInfo> saved = store.chats().all();
            assertTrue(saved.size() >= 250, saved.size() + " chats saved");
            assertTrue(store.notice().contains("damaged"), store.notice());
            int words = 0;
            for (ChatInfo each : saved) {
                words += store.chats().load(each.id()).orElseThrow().messages().size();
            }
            assertTrue(words >= 150, words + " messages saved");
            done(store.chats().put(info("new", "New")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(each -> each.getFileName().toString().contains(".damaged-"))
                    .filter(each -> !each.toString().endsWith("-wal")
                            && !each.toString().endsWith("-shm"))
                    .toList();
            assertEquals(1, kept.size());
            assertEquals(-1, Arrays.mismatch(found, Files.readAllBytes(kept.getFirst())));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAside() throws Exception {
        Files.writeString(file(), "this is no database, but somebody may want it back");
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            assertEquals(List.of(), store.chats().all());
            assertTrue(store.notice().contains("Nothing could be read"), store.notice());
            done(store.chats().put(info("a", "A")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    1,
                    files.filter(each -> each.toString().contains(".damaged-")).count());
        }
    }

    @Test
    void deletingEverythingLeavesNoWordInTheFile() throws Exception {
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            done(store.chats().add(List.of(chat("a", "A", "xylophonequartz ".repeat(5000)))));
            done(store.drafts().put("a", new Draft("xylophonequartz", List.of())));
            ChatStore.Usage before = store.usage();
            assertEquals(1, before.chats());
            assertEquals(1, before.messages());
            done(store.deleteAll());
            assertEquals(0, store.usage().chats());
            assertTrue(store.usage().bytes() < before.bytes());
            assertEquals(List.of(), store.search().find("xylophonequartz", 10));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertTrue(!bytes.contains("xylophonequartz"), each.toString());
            }
        }
    }

    @Test
    void aMessageOfAnotherChatCannotBeOverwritten() throws Exception {
        try (ChatStore store = new ChatStore(file(), CLOCK)) {
            done(store.chats().add(List.of(chat("a", "A", "mine"), chat("b", "B"))));
            assertEquals(false, done(store.messages().put(said("b", "a-0", null, "theirs"))));
            assertEquals(
                    "mine",
                    store.chats().load("a").orElseThrow().messages().getFirst().text());
        }
    }
}
