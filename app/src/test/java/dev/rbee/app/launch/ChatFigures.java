package dev.rbee.app.launch;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The figures of long chats and many chats in {@code docs/benchmarks.md}: milliseconds in the whole window, printed as Markdown. */
public final class ChatFigures {
    private static final int LONG = 10_000;
    private static final int CHATS = 10_000;
    private static final int MESSAGES = 10;
    private static final int RUNS = 9;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private ChatFigures() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The window that is measured. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path home = Files.createTempDirectory("rbee-chat-figures");
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    fill(home.resolve("chats.db"));
                    long size = Files.size(home.resolve("chats.db"));
                    System.out.printf(Locale.ROOT, "chats.db: %.1f MB%n", size / 1e6);
                    measure(home, stage);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    Platform.exit();
                }
            });
        }
    }

    private static void fill(Path file) throws Exception {
        try (ChatStore store = new ChatStore(file, InstantSource.fixed(NOW))) {
            store.chats().add(List.of(chat("long", LONG, 0))).get();
            store.chats().add(List.of(chat("longer", LONG, 0))).get();
            List<Loaded> many = new ArrayList<>();
            for (int i = 0; i < CHATS; i++) {
                many.add(chat("c" + i, MESSAGES, i));
                if (many.size() == 500) {
                    store.chats().add(many).get();
                    many = new ArrayList<>();
                }
            }
        }
    }

    private static Loaded chat(String id, int count, int hoursAgo) {
        List<MessageRow> rows = new ArrayList<>();
        Instant at = NOW.minusSeconds(3600L * hoursAgo);
        for (int i = 0; i < count; i++) {
            String text = i % 2 == 0
                    ? "Question " + i + ": how does a hash map grow, and what has rehash-" + id + " to do with it?"
                    : "Answer " + i + ". " + "A **hash map** grows when its load passes a limit. ".repeat(8)
                            + "\n\n```java\nvar map = new HashMap<String, Integer>();\n```\n";
            rows.add(new MessageRow(
                    id + "-" + i,
                    id,
                    i == 0 ? null : id + "-" + (i - 1),
                    i % 2 == 0 ? Role.USER : Role.ASSISTANT,
                    at.minusSeconds(count - i),
                    State.DONE,
                    text,
                    Facts.NONE));
        }
        ChatInfo info = new ChatInfo(id, "Chat " + id, Titled.PERSON, null, false, at, at);
        return new Loaded(info, rows.getLast().id(), null, Draft.NONE, rows);
    }

    private static void measure(Path home, Stage stage) throws Exception {
        SmallHost host = new SmallHost(queen -> {}, List.of());
        long started = System.nanoTime();
        Graph graph = fx(() -> {
            Graph made = new Graph(host, SmallHost.TOKEN, home, new Look(), AppState.memory());
            Scene scene = made.scene(1280, 800);
            stage.setScene(scene);
            made.ownedBy(stage);
            stage.show();
            made.frame.open("chat");
            return made;
        });
        until(() -> graph.chats.ready().get());
        System.out.printf(Locale.ROOT, "window with %d chats ready: %.0f ms%n", CHATS, ms(started));
        double[] first = new double[RUNS];
        double[] again = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            String id = i % 2 == 0 ? "long" : "longer";
            first[i] = open(graph, stage, id);
            String small = "c" + i;
            open(graph, stage, small);
            again[i] = open(graph, stage, id);
            System.gc(); // what nobody holds is read again
        }
        print("open a chat of 10 000 messages, to its first picture", first);
        print("the same once more, still in memory", again);
        double[] small = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            small[i] = open(graph, stage, "c" + (1000 + i));
        }
        print("open a chat of 10 messages", small);
        search(graph, "hash map", "found in every message");
        search(graph, "rehash-c77", "found in 5 messages");
        double[] say = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            open(graph, stage, "long");
            long from = System.nanoTime();
            fx(() -> graph.chats.open().get().say("one more", List.of()));
            pulse(stage);
            say[i] = ms(from);
        }
        print("say something in the chat of 10 000 messages, to the next picture", say);
        fx(() -> {
            graph.close();
            return true;
        });
    }

    private static void search(Graph graph, String words, String what) throws Exception {
        double[] runs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            CompletableFuture<Integer> found = new CompletableFuture<>();
            long from = System.nanoTime();
            fx(() -> graph.chats.search(words, 200, hits -> found.complete(hits.size())));
            found.get(60, TimeUnit.SECONDS);
            runs[i] = ms(from);
        }
        print("search 120 000 messages, " + what, runs);
    }

    private static double open(Graph graph, Stage stage, String id) throws Exception {
        long from = System.nanoTime();
        fx(() -> {
            graph.chats.open(id);
            return true;
        });
        until(() -> {
            ChatTree tree = graph.chats.open().get();
            return tree.id().equals(id);
        });
        pulse(stage);
        return ms(from);
    }

    /** Returns when a picture was made that began after this call. */
    private static void pulse(Stage stage) throws Exception {
        CompletableFuture<Boolean> painted = new CompletableFuture<>();
        fx(() -> {
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                stage.getScene().removePostLayoutPulseListener(listener[0]);
                painted.complete(true);
            };
            stage.getScene().addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return true;
        });
        painted.get(60, TimeUnit.SECONDS);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(120, TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        while (!fx(condition::getAsBoolean)) {
            Thread.onSpinWait();
        }
    }

    private static double ms(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    private static void print(String what, double[] runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f |%n", what, sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
