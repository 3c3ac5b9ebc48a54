package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Table {@code presets}. Thread-safe. */
public final class PresetTable {
    private static final Words WORDS = Words.of(PresetTable.class);

    private final ChatDatabase database;

    PresetTable(ChatDatabase database) {
        this.database = database;
    }

    /** Those of a model and those of every model, by name. Blocks on the disk. */
    public List<Preset> of(String model) throws InterruptedException {
        return database.read(
                WORDS.get("cannot.read.the.presets"),
                connection -> Rows.all(
                        connection,
                        "SELECT model, name, setup FROM presets WHERE model IN (?, '') ORDER BY name COLLATE NOCASE, model",
                        row -> new Preset(Rows.sure(row, "model"), Rows.sure(row, "name"), Rows.sure(row, "setup")),
                        model));
    }

    /** Keeps it in place of one of the same model and name. Returns at once. */
    public CompletableFuture<Boolean> put(Preset preset) {
        return database.write(connection -> Rows.change(
                        connection,
                        "INSERT OR REPLACE INTO presets (model, name, setup) VALUES (?,?,?)",
                        preset.model(),
                        preset.name(),
                        preset.setup())
                == 1);
    }

    /** Forgets it. Returns at once. */
    public CompletableFuture<Boolean> remove(Preset preset) {
        return database.write(connection -> Rows.change(
                        connection, "DELETE FROM presets WHERE model = ? AND name = ?", preset.model(), preset.name())
                >= 0);
    }
}
