package dev.rbee.app.chats.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A store on a file of its own. */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class StoreFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    Path folder;

    final Path file() {
        return folder.resolve("chats.db");
    }

    static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    static ChatInfo info(String id, String title) {
        return new ChatInfo(id, title, Titled.PERSON, null, false, NOON, NOON);
    }

    static MessageRow said(String chat, String id, @Nullable String parent, String text) {
        return new MessageRow(id, chat, parent, Role.USER, NOON, State.DONE, text, Facts.NONE);
    }

    static Loaded chat(String id, String title, String... texts) {
        List<MessageRow> rows = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            rows.add(said(id, id + "-" + i, i == 0 ? null : id + "-" + (i - 1), texts[i]));
        }
        return new Loaded(
                info(id, title), rows.isEmpty() ? null : rows.getLast().id(), null, Draft.NONE, rows);
    }
}
