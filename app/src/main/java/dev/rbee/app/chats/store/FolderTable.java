package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Table {@code folders}. Thread-safe. */
public final class FolderTable {
    private static final Words WORDS = Words.of(FolderTable.class);

    private final ChatDatabase database;

    FolderTable(ChatDatabase database) {
        this.database = database;
    }

    /** All, in their order. Blocks on the disk. */
    public List<Folder> all() throws InterruptedException {
        return database.read(
                WORDS.get("cannot.read.the.folders"),
                connection -> Rows.all(
                        connection,
                        "SELECT id, name, position FROM folders ORDER BY position, name",
                        row -> new Folder(Rows.sure(row, "id"), Rows.sure(row, "name"), row.getInt("position"))));
    }

    /** Writes it, new or again. Returns at once. */
    public CompletableFuture<Boolean> put(Folder folder) {
        return database.write(connection -> Rows.change(
                        connection,
                        "INSERT INTO folders (id, name, position) VALUES (?,?,?)"
                                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position",
                        folder.id(),
                        folder.name(),
                        folder.position())
                == 1);
    }

    /** Removes it; its chats are in no folder then. Returns at once. */
    public CompletableFuture<Boolean> remove(String id) {
        return database.write(connection -> Rows.change(connection, "DELETE FROM folders WHERE id = ?", id) >= 0);
    }
}
