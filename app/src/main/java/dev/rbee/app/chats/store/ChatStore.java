package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * The chats on disk. Thread-safe: writes return at once and are done in the order they came, reads block and see all writes
 * that were asked for before. Failures are {@link ProblemException}s: {@code schema_newer}, {@code storage_full},
 * {@code database_damaged}, {@code internal_error} for the rest; those of writes are in the future, as they are.
 */
public final class ChatStore implements AutoCloseable {
    private static final Words WORDS = Words.of(ChatStore.class);

    private static final Duration UNDO = Duration.ofMinutes(10);

    private final Path file;
    private final ChatDatabase database;
    private final ChatTable chats;
    private final MessageTable messages;
    private final FolderTable folders;
    private final DraftTable drafts;
    private final PresetTable presets;
    private final SearchTable search;

    /** Begins to open that file (made where it is missing); does not wait for it. */
    public ChatStore(Path file, InstantSource clock) {
        this.file = file;
        database = new ChatDatabase(file, clock);
        chats = new ChatTable(database);
        messages = new MessageTable(database);
        folders = new FolderTable(database);
        drafts = new DraftTable(database);
        presets = new PresetTable(database);
        search = new SearchTable(database);
    }

    /** Tidies up after the last run: answers that were cut off are marked so, what was deleted long ago goes for good. */
    public CompletableFuture<Boolean> tidy(InstantSource clock) {
        var _ = chats.purge(clock.instant().minus(UNDO));
        return database.write(connection -> {
            Rows.change(
                    connection,
                    "INSERT OR REPLACE INTO words (rowid, text) SELECT n, text FROM messages WHERE state = 'STREAMING'");
            return Rows.change(connection, "UPDATE messages SET state = 'CUT' WHERE state = 'STREAMING'") >= 0;
        });
    }

    /**
     * What the chats take.
     *
     * @param bytes on the disk
     * @param chats how many, without deleted ones
     */
    public record Usage(long bytes, int chats, int messages) {}

    /** What they take now. Blocks on the disk. */
    public Usage usage() throws InterruptedException {
        long bytes = 0;
        for (String part : new String[] {"", "-wal"}) {
            Path one = file.resolveSibling(file.getFileName() + part);
            try {
                bytes += Files.size(one);
            } catch (IOException e) {
                bytes += 0; // not there (yet)
            }
        }
        long all = bytes;
        return database.read(
                WORDS.get("cannot.count.the.chats"),
                connection -> new Usage(
                        all,
                        Integer.parseInt(Sqlite.one(connection, "SELECT count(*) FROM chats WHERE deleted_at IS NULL")),
                        Integer.parseInt(Sqlite.one(connection, "SELECT count(*) FROM messages"))));
    }

    /** Deletes all chats, folders and drafts for good and gives the room back; presets stay. */
    public CompletableFuture<Boolean> deleteAll() {
        var _ = database.write(connection -> {
            Sqlite.run(
                    connection,
                    "DELETE FROM chats",
                    "DELETE FROM folders",
                    "DELETE FROM drafts",
                    "INSERT INTO words (words) VALUES ('delete-all')");
            return true;
        });
        return database.alone(connection -> {
            Sqlite.run(connection, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        });
    }

    /** The chats themselves. */
    public ChatTable chats() {
        return chats;
    }

    /** What was said in them. */
    public MessageTable messages() {
        return messages;
    }

    /** Their folders. */
    public FolderTable folders() {
        return folders;
    }

    /** What was not sent yet. */
    public DraftTable drafts() {
        return drafts;
    }

    /** Set-ups with names. */
    public PresetTable presets() {
        return presets;
    }

    /** Finding what was said. */
    public SearchTable search() {
        return search;
    }

    /** What the person should know of its opening; empty where all is well. Known when a first read or write has come back. */
    public String notice() {
        return database.notice();
    }

    /** What a failed write says. */
    public static ProblemException problem(Throwable failure) {
        return DatabaseProblems.of(WORDS.get("cannot.save.this.chat"), failure);
    }

    /** Writes what waits and closes. Blocks on the disk. */
    @Override
    public void close() {
        database.close();
    }
}
