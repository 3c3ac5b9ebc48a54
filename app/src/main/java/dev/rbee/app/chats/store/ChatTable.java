package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Table {@code chats}. Thread-safe; what answers a future returns at once, the rest blocks on the disk. */
public final class ChatTable {
    private static final Words WORDS = Words.of(ChatTable.class);

    private static final String COLUMNS = "id, title, titled, folder, pinned, created_at, updated_at";

    private final ChatDatabase database;

    ChatTable(ChatDatabase database) {
        this.database = database;
    }

    /** All that are not deleted, newest first. Throws {@link ProblemException}. */
    public List<ChatInfo> all() throws InterruptedException {
        return database.read(
                WORDS.get("cannot.read.the.list.of"),
                connection -> Rows.all(
                        connection,
                        "SELECT " + COLUMNS + " FROM chats WHERE deleted_at IS NULL ORDER BY updated_at DESC, n DESC",
                        ChatTable::info));
    }

    /** One with all of its tree; empty where there is none. Throws {@link ProblemException}. */
    public Optional<Loaded> load(String id) throws InterruptedException {
        return database.read(
                WORDS.get("cannot.read.this.chat"),
                connection -> Rows.all(
                                connection,
                                "SELECT " + COLUMNS + ", leaf, setup FROM chats WHERE id = ? AND deleted_at IS NULL",
                                row -> new Loaded(
                                        info(row),
                                        Rows.text(row, "leaf"),
                                        Rows.text(row, "setup"),
                                        DraftTable.of(connection, id),
                                        MessageTable.of(connection, id)),
                                id)
                        .stream()
                        .findFirst());
    }

    /** Writes what lists show of it, new or again. */
    public CompletableFuture<Boolean> put(ChatInfo info) {
        return database.write(connection -> put(connection, info));
    }

    /** Moves its active path. */
    public CompletableFuture<Boolean> leaf(String id, @Nullable String leaf) {
        return database.write(connection -> leaf(connection, id, leaf));
    }

    /** Keeps the chat pane's set-up of it. */
    public CompletableFuture<Boolean> setup(String id, @Nullable String json) {
        return database.write(
                connection -> Rows.change(connection, "UPDATE chats SET setup = ? WHERE id = ?", json, id) >= 0);
    }

    /** Writes whole chats in one transaction; those whose id is there already are left as they are. Answers what was added. */
    public CompletableFuture<List<ChatInfo>> add(List<Loaded> chats) {
        return database.write(connection -> {
            List<ChatInfo> added = new ArrayList<>();
            for (Loaded chat : chats) {
                if (add(connection, chat)) {
                    added.add(chat.info());
                }
            }
            return added;
        });
    }

    /** Hides them; {@link #restore} brings them back until {@link #purge}. */
    public CompletableFuture<Boolean> delete(Collection<String> ids, Instant at) {
        return each("UPDATE chats SET deleted_at = " + at.toEpochMilli() + " WHERE id = ?", ids);
    }

    /** Shows them again. */
    public CompletableFuture<Boolean> restore(Collection<String> ids) {
        return each("UPDATE chats SET deleted_at = NULL WHERE id = ?", ids);
    }

    /** Removes for good what was deleted before that. */
    public CompletableFuture<Boolean> purge(Instant before) {
        return database.write(
                connection -> Rows.change(connection, "DELETE FROM chats WHERE deleted_at < ?", before) >= 0);
    }

    static boolean put(Connection connection, ChatInfo info) throws SQLException {
        return Rows.change(
                        connection,
                        "INSERT INTO chats (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET"
                                + " title = excluded.title, titled = excluded.titled, folder = excluded.folder,"
                                + " pinned = excluded.pinned, updated_at = excluded.updated_at",
                        info.id(),
                        info.title(),
                        info.titled(),
                        info.folder(),
                        info.pinned(),
                        info.createdAt(),
                        info.updatedAt())
                == 1;
    }

    private static boolean leaf(Connection connection, String id, @Nullable String leaf) throws SQLException {
        return Rows.change(connection, "UPDATE chats SET leaf = ? WHERE id = ?", leaf, id) >= 0;
    }

    private static boolean add(Connection connection, Loaded chat) throws SQLException {
        String id = chat.info().id();
        Rows.change(connection, "DELETE FROM chats WHERE id = ? AND deleted_at IS NOT NULL", id);
        if (!Rows.all(connection, "SELECT 1 FROM chats WHERE id = ?", row -> 1, id)
                .isEmpty()) {
            return false;
        }
        put(connection, chat.info());
        leaf(connection, id, chat.leaf());
        Rows.change(connection, "UPDATE chats SET setup = ? WHERE id = ?", chat.setup(), id);
        for (MessageRow message : chat.messages()) {
            MessageTable.put(connection, message);
        }
        return true;
    }

    private CompletableFuture<Boolean> each(String sql, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        return database.write(connection -> {
            for (String id : all) {
                Rows.change(connection, sql, id);
            }
            return true;
        });
    }

    static ChatInfo info(ResultSet row) throws SQLException {
        return new ChatInfo(
                Rows.sure(row, "id"),
                Rows.sure(row, "title"),
                Rows.one(row, "titled", Titled.class, Titled.PERSON),
                Rows.text(row, "folder"),
                row.getInt("pinned") != 0,
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"));
    }
}
