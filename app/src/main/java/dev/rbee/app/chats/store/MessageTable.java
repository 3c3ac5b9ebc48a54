package dev.rbee.app.chats.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rbee.contract.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Table {@code messages} and the index of its words. Thread-safe; what answers a future returns at once. */
public final class MessageTable {
    private final ChatDatabase database;

    MessageTable(ChatDatabase database) {
        this.database = database;
    }

    /** Writes it, new or again; its words are found once it is no longer being written. */
    public CompletableFuture<Boolean> put(MessageRow row) {
        return database.write(connection -> put(connection, row));
    }

    /** Removes those of that chat. */
    public CompletableFuture<Boolean> remove(String chat, Collection<String> ids) {
        List<String> gone = List.copyOf(ids);
        return database.write(connection -> {
            for (String id : gone) {
                Rows.change(connection, "DELETE FROM messages WHERE chat = ? AND id = ?", chat, id);
            }
            return true;
        });
    }

    static boolean put(Connection connection, MessageRow row) throws SQLException {
        List<Long> number = Rows.all(
                connection,
                "INSERT INTO messages (id, chat, parent, role, at, state, text, facts) VALUES (?,?,?,?,?,?,?,?)"
                        + " ON CONFLICT (id) DO UPDATE SET state = excluded.state, text = excluded.text, facts = excluded.facts"
                        + " WHERE messages.chat = excluded.chat RETURNING n",
                one -> one.getLong(1),
                row.id(),
                row.chat(),
                row.parent(),
                row.role(),
                row.at(),
                row.state(),
                row.text(),
                facts(row.facts()));
        if (!number.isEmpty() && row.state() != State.STREAMING) {
            Rows.change(
                    connection,
                    "INSERT OR REPLACE INTO words (rowid, text) VALUES (?,?)",
                    number.getFirst(),
                    row.text());
        }
        return !number.isEmpty();
    }

    static List<MessageRow> of(Connection connection, String chat) throws SQLException {
        return Rows.all(
                connection,
                "SELECT id, parent, role, at, state, text, facts FROM messages WHERE chat = ? ORDER BY n",
                row -> message(chat, row),
                chat);
    }

    private static MessageRow message(String chat, ResultSet row) throws SQLException {
        return new MessageRow(
                Rows.sure(row, "id"),
                chat,
                Rows.text(row, "parent"),
                Rows.one(row, "role", Role.class, Role.USER),
                Rows.time(row, "at"),
                Rows.one(row, "state", State.class, State.DONE),
                Rows.sure(row, "text"),
                facts(Rows.text(row, "facts")));
    }

    private static @Nullable String facts(Facts facts) {
        return facts.equals(Facts.NONE) ? null : Json.write(facts);
    }

    private static Facts facts(@Nullable String json) throws SQLException {
        if (json == null) {
            return Facts.NONE;
        }
        try {
            return Json.MAPPER.readValue(json, Facts.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("facts of a message are not as they should be: " + e.getMessage(), e);
        }
    }
}
