package dev.rbee.app.chats.list;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.transfer.ChatReader;
import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads files with chats into the store, some chats at a time. Made for one run; blocks. */
final class Import {
    private static final Words WORDS = Words.of(Import.class);
    private static final int TOGETHER = 25;

    private final ChatStore store;
    private final InstantSource clock;
    private final AppendFeed<Arrived> arrived;
    private final List<Loaded> waiting = new ArrayList<>();
    private final Map<String, String> folders = new HashMap<>();
    private int added;
    private int known;

    /**
     * How it went.
     *
     * @param known chats that were there already
     * @param unknown things that were no chats
     */
    record Done(int added, int known, int unknown) {}

    private record Arrived(List<ChatInfo> chats, Map<String, String> folders, int all) {}

    /** {@code says} and {@code came} are told on the JavaFX thread; {@code came} gets chats and the names of their folders. */
    Import(
            ChatStore store,
            InstantSource clock,
            Consumer<String> says,
            BiConsumer<List<ChatInfo>, Map<String, String>> came) {
        this.store = store;
        this.clock = clock;
        arrived = new AppendFeed<>(
                FxThread.LATER,
                batches -> batches.forEach(each -> {
                    came.accept(each.chats(), each.folders());
                    says.accept(WORDS.get("import.going", each.all()));
                }));
    }

    /** Reads them all; interrupting it keeps what has come so far. */
    Done read(List<Path> files) throws InterruptedException {
        int unknown = 0;
        for (Path file : files) {
            try {
                unknown += new ChatReader(() -> UUID.randomUUID().toString(), clock.instant(), this::take).read(file);
            } catch (CancellationException e) {
                throw new InterruptedException("the import was cancelled");
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.of(
                                ProblemCode.INVALID_FIELD,
                                WORDS.get("import.failed", file, String.valueOf(e.getMessage())),
                                WORDS.get("import.failed.hint")),
                        e);
            } finally {
                store();
            }
        }
        return new Done(added, known, unknown);
    }

    private void take(Loaded chat, String folder) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        waiting.add(chat);
        if (!folder.isEmpty()) {
            folders.put(chat.info().id(), folder);
        }
        if (waiting.size() >= TOGETHER) {
            store();
        }
    }

    private void store() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            List<ChatInfo> fresh = store.chats().add(List.copyOf(waiting)).get();
            added += fresh.size();
            known += waiting.size() - fresh.size();
            arrived.offer(new Arrived(fresh, Map.copyOf(folders), added));
            waiting.clear();
            folders.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw ChatStore.problem(e.getCause() == null ? e : e.getCause());
        }
    }
}
