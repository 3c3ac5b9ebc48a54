package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.Sampling;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class AskingTest extends ApplicationTest {
    @TempDir
    Path folder;

    private Background background;
    private Chats chats;
    private ChatTree tree;

    @Override
    public void start(Stage stage) {
        AtomicInteger ids = new AtomicInteger();
        InstantSource clock = InstantSource.system();
        background = new Background(FxThread.LATER, problem -> {});
        chats = new Chats(
                new ChatStore(folder.resolve("chats.db"), clock),
                background,
                FxThread.LATER,
                clock,
                () -> "id-" + ids.incrementAndGet());
        chats.temporary();
        tree = chats.open().get();
    }

    @AfterEach
    void end() {
        interact(chats::close);
        background.close();
    }

    private void exchange(String said, String answered) {
        Message answer = tree.answer(tree.say(said, List.of()));
        tree.append(answer, answered);
        tree.finish(answer, answered.isEmpty() ? State.FAILED : State.DONE, null, null);
    }

    private Asking.Asked asked(Setup setup, @Nullable Integer context) {
        return Asking.of(tree.path(), setup, context);
    }

    @Test
    void whatWasAnsweredGoesAlongWhatFailedAndWhatWasThoughtDoNot() {
        interact(() -> {
            exchange("one", "<think>hm\n</think>\n\n1");
            exchange("two", "");
            tree.say("three", List.of(new Attachment("a.txt", "has ``` in it")));
        });
        Setup setup = Setup.PLAIN.with("Be short.", Sampling.PLAIN);
        assertEquals(
                List.of(
                        new ChatApi.Message("system", "Be short."),
                        new ChatApi.Message("user", "one"),
                        new ChatApi.Message("assistant", "1"),
                        new ChatApi.Message("user", "a.txt:\n````\nhas ``` in it\n````\n\nthree")),
                asked(setup, null).messages());
    }

    @Test
    void whereTheContextIsFullTheOldestAreLeftOutInWholeExchanges() {
        interact(() -> {
            for (int i = 0; i < 20; i++) {
                exchange("question " + i + " " + "x".repeat(300), "answer " + i + " " + "y".repeat(300));
            }
            tree.say("last", List.of());
        });
        Asking.Asked all = asked(Setup.PLAIN, 1000);
        assertEquals(41, all.messages().size());
        Asking.Asked some = asked(Setup.PLAIN.trimmed(true), 1000);
        assertEquals(41, some.messages().size() + some.left());
        assertTrue(some.left() > 30 && some.left() % 2 == 0, "left out " + some.left());
        assertEquals("user", some.messages().getFirst().role());
        assertEquals("last", some.messages().getLast().text());
        assertEquals(1, asked(Setup.PLAIN.trimmed(true), 8).messages().size(), "the question itself always goes along");
    }

    @Test
    void setUpsComeBackAsTheyWereKept() {
        Setup setup = Setup.PLAIN
                .with(new Choice.Worker("w-1", "a model with spaces"))
                .beside(new Choice.Model("other"))
                .with(
                        "Be short.",
                        new Sampling(0.5, null, 40, null, 1.1, 100, 7L, List.of("END"), new Sampling.Form("json", "")))
                .trimmed(true);
        assertEquals(setup, Setup.read(setup.write()));
        assertEquals(
                new Choice.Worker("w-1", "a model with spaces"),
                Setup.read(setup.write()).choice());
        assertEquals(Setup.PLAIN, Setup.read("not json"));
        assertEquals(Setup.PLAIN, Setup.read(null));
        assertEquals(new Choice.Auto(), Setup.read("{\"target\":\"nonsense\"}").choice());
    }

    @Test
    void thoughtsAreToldFromAnswers() {
        assertEquals(new Thinking("a\nb", "c", false), Thinking.of("<think>\na\nb\n</think>\n\nc"));
        assertEquals(new Thinking("a", "", true), Thinking.of("<think>a"));
        assertEquals(new Thinking("", "say <think> aloud", false), Thinking.of("say <think> aloud"));
        assertEquals(new Thinking("from the start", "c", false), Thinking.of("from the start</think>c"));
        assertEquals(new Thinking("", "", false), Thinking.of(""));
    }
}
