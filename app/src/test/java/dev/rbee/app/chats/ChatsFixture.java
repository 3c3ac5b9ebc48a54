package dev.rbee.app.chats;

import static org.awaitility.Awaitility.await;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.state.AppState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Chats on a file of their own, with a clock that moves on by itself. */
@SuppressWarnings("NullAway.Init") // set up before each test
abstract class ChatsFixture extends ApplicationTest {
    @TempDir
    Path folder;

    final AtomicLong seconds =
            new AtomicLong(Instant.parse("2026-03-01T12:00:00Z").getEpochSecond());
    final InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
    Chats chats;
    private Background background;

    /** Where the chat that was open last is remembered; null for nowhere. */
    @Nullable
    AppState state;

    @Override
    public void start(Stage stage) {}

    @BeforeEach
    final void begin() {
        fx(() -> {
            background = new Background(FxThread.LATER, problem -> {
                throw new IllegalStateException(String.valueOf(problem));
            });
            chats = new Chats(
                    new ChatStore(file(), clock),
                    background,
                    FxThread.LATER,
                    clock,
                    () -> UUID.randomUUID().toString());
            AppState remembers = state;
            if (remembers != null) {
                new LastChat(chats, remembers).follow();
            }
        });
        until(() -> chats.ready().get());
    }

    @AfterEach
    final void end() {
        fx(() -> {
            chats.close();
            background.close();
        });
    }

    final Path file() {
        return folder.resolve("chats.db");
    }

    final void restart() {
        end();
        begin();
    }

    final void fx(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(() -> call(condition));
    }

    /** A new chat in which that was said; its id. */
    final String said(String words) {
        return call(() -> {
            chats.fresh();
            chats.open().get().say(words, List.of());
            return chats.open().get().id();
        });
    }

    final void openChat(String id) {
        fx(() -> chats.open(id));
        until(() -> chats.open().get().id().equals(id));
    }

    final List<String> titles() {
        return call(() -> chats.all().stream().map(ChatInfo::title).toList());
    }
}
