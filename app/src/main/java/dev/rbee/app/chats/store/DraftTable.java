package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Table {@code drafts}: what was written in a chat and not sent yet. Thread-safe. */
public final class DraftTable {
    private static final Words WORDS = Words.of(DraftTable.class);

    private final ChatDatabase database;

    DraftTable(ChatDatabase database) {
        this.database = database;
    }

    /** That of a chat; none where there is none. Blocks on the disk. */
    public Draft get(String chat) throws InterruptedException {
        return database.read(WORDS.get("cannot.read.the.draft"), connection -> of(connection, chat));
    }

    /** Keeps it; an empty one is removed. Returns at once. */
    public CompletableFuture<Boolean> put(String chat, Draft draft) {
        return database.write(connection -> draft.empty()
                ? Rows.change(connection, "DELETE FROM drafts WHERE chat = ?", chat) >= 0
                : Rows.change(
                                connection,
                                "INSERT OR REPLACE INTO drafts (chat, text, files) VALUES (?,?,?)",
                                chat,
                                draft.text(),
                                draft.files().isEmpty() ? null : Json.write(draft.files()))
                        == 1);
    }

    static Draft of(Connection connection, String chat) throws SQLException {
        return Rows.all(
                        connection,
                        "SELECT text, files FROM drafts WHERE chat = ?",
                        row -> new Draft(Rows.sure(row, "text"), files(Rows.text(row, "files"))),
                        chat)
                .stream()
                .findFirst()
                .orElse(Draft.NONE);
    }

    private static List<Attachment> files(@Nullable String json) {
        return json == null ? List.of() : Json.readList(json.getBytes(StandardCharsets.UTF_8), Attachment.class);
    }
}
