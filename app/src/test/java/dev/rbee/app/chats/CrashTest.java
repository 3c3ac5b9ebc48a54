package dev.rbee.app.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Ticker;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/** A program that is killed while an answer streams: what stood there a second before is there afterwards. */
class CrashTest extends ChatsFixture {
    /** The program that is killed: {@code <file>}. Its clock is the real one's, by the ticker of the window. */
    public static final class Writer {
        private Writer() {}

        /** Writes until it is killed, and says how many words have come. */
        public static void main(String[] args) {
            Platform.startup(() -> {
                Chats chats = new Chats(
                        new ChatStore(Path.of(args[0]), InstantSource.system()),
                        new Background(FxThread.LATER, problem -> {}),
                        FxThread.LATER,
                        InstantSource.system(),
                        () -> UUID.randomUUID().toString());
                Ticker ticker = new Ticker();
                ticker.onSecond(chats::flush);
                ticker.start();
                ChatTree tree = chats.open().get();
                Message answer = tree.answer(tree.say("Tell me a long story", List.of()));
                int[] words = {0};
                Timeline stream = new Timeline(new KeyFrame(Duration.millis(10), e -> {
                    tree.append(answer, "word" + words[0]++ + " ");
                    tree.draft(new Draft("next: " + words[0], List.of(new Attachment("notes.txt", "do not lose me"))));
                    System.out.println(words[0]);
                }));
                stream.setCycleCount(Timeline.INDEFINITE);
                stream.play();
            });
        }
    }

    @Test
    void killedWhileStreaming() throws Exception {
        end();
        int shown = 0;
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = program.inputReader()) {
            String line = lines.readLine();
            while (line != null && shown < 400) { // several seconds of streaming
                shown = Integer.parseInt(line);
                line = lines.readLine();
            }
        } finally {
            program.destroyForcibly(); // SIGKILL
            assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        }
        begin();
        assertEquals(List.of("Tell me a long story"), titles());
        openChat(call(() -> chats.all().getFirst().id()));
        int before = shown;
        fx(() -> {
            ChatTree tree = chats.open().get();
            Message answer = tree.path().getLast();
            assertEquals(State.CUT, answer.state().get());
            int kept = answer.text().get().strip().split(" ").length;
            assertTrue(kept > 0 && before - kept < 300, kept + " of " + before + " words kept");
            assertTrue(answer.text().get().startsWith("word0 word1 "));
            assertEquals(
                    List.of(new Attachment("notes.txt", "do not lose me")),
                    tree.draft().get().files());
            assertTrue(tree.draft().get().text().startsWith("next: "));
            tree.resume(answer);
            tree.append(answer, "the end");
            tree.finish(answer, State.DONE, null, null);
        });
    }
}
