package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.transfer.ChatWriter;
import dev.rbee.app.chats.transfer.Markdown;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Chats out to files and in from them, which the person chooses. JavaFX thread only; returns at once. */
public final class Exports {
    private static final Words WORDS = Words.of(Exports.class);

    private final Chats chats;
    private final ChatStore store;
    private final Background background;
    private final Toasts toasts;
    private final Presenter presenter;
    private final FileChoice choice;
    private final InstantSource clock;
    private final Going going = new Going();

    /** Files are chosen by {@code choice}. */
    public Exports(
            Chats chats,
            ChatStore store,
            Background background,
            Toasts toasts,
            Presenter presenter,
            FileChoice choice,
            InstantSource clock) {
        this.chats = chats;
        this.store = store;
        this.background = background;
        this.toasts = toasts;
        this.presenter = presenter;
        this.choice = choice;
        this.clock = clock;
    }

    /** What goes on, for the place below the list. */
    Going going() {
        return going;
    }

    /** Those chats as they read, in one file. */
    public void markdown(List<String> ids) {
        save(ids, ".md", (out, chat, first) -> {
            String text = (first ? "" : "\n---\n\n") + Markdown.of(chat);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Those chats with all their branches, in one file. */
    public void json(List<String> ids) {
        Map<String, String> folders = new HashMap<>();
        for (String id : ids) {
            ChatInfo info = chats.info(id);
            Folder folder = info == null || info.folder() == null
                    ? null
                    : chats.folders().get(info.folder());
            if (folder != null) {
                folders.put(id, folder.name());
            }
        }
        Path file = choose(ids, ".json");
        if (file == null) {
            return;
        }
        write(file, ids, out -> {
            try (ChatWriter writer = new ChatWriter(out, clock.instant())) {
                for (String id : ids) {
                    Loaded chat = store.chats().load(id).orElse(null);
                    if (chat != null) {
                        writer.add(chat, folders.getOrDefault(id, ""));
                    }
                }
            }
        });
    }

    /** All chats with all their branches, in one file. */
    public void all() {
        json(chats.all().stream().map(ChatInfo::id).toList());
    }

    /** Chats from files of this and other programs. */
    public void imports() {
        List<Path> files = choice.open(WORDS.get("import.title"));
        if (!files.isEmpty()) {
            imports(files);
        }
    }

    /** Chats from these files. */
    public void imports(List<Path> files) {
        Import run = new Import(store, clock, going::says, chats::arrived);
        Task task = background.start(() -> run.read(files), this::imported, this::failed);
        going.begins(WORDS.get("import.going", 0), task);
    }

    private void imported(Import.Done done) {
        going.ends();
        if (done.added() + done.known() == 0) {
            presenter.toast(Problem.of(
                    ProblemCode.INVALID_FIELD, WORDS.get("import.nothing"), WORDS.get("import.nothing.hint")));
        } else {
            toasts.say(WORDS.get("import.done", done.added(), done.known(), done.unknown()));
        }
    }

    /** What could not be saved, for the place below the list. */
    Node trouble(Problem problem) {
        return presenter.inline(problem, null);
    }

    /** Says what happened when the file was opened. */
    void notice(String words) {
        presenter.toast(Problem.of(ProblemCode.DATABASE_DAMAGED, words, null));
    }

    /** Writes one chat after the other. */
    private interface Each {
        void write(OutputStream out, Loaded chat, boolean first) throws IOException;
    }

    private interface All {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private void save(List<String> ids, String ending, Each each) {
        Path file = choose(ids, ending);
        if (file == null) {
            return;
        }
        write(file, ids, out -> {
            boolean first = true;
            for (String id : ids) {
                Loaded chat = store.chats().load(id).orElse(null);
                if (chat != null) {
                    each.write(out, chat, first);
                    first = false;
                }
            }
        });
    }

    private @Nullable Path choose(List<String> ids, String ending) {
        if (ids.isEmpty()) {
            toasts.note(WORDS.get("export.nothing"));
            return null;
        }
        ChatInfo only = ids.size() == 1 ? chats.info(ids.getFirst()) : null;
        String name = only == null
                ? "rbee-chats-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                : only.title().replaceAll("[^\\p{L}\\p{N} ._-]+", "").strip();
        return choice.save(WORDS.get("export.title"), (name.isEmpty() ? "chat" : name) + ending);
    }

    private void write(Path file, List<String> ids, All all) {
        chats.flush();
        Task task = background.start(
                () -> whole(file, all),
                done -> {
                    going.ends();
                    toasts.say(WORDS.get("export.done", ids.size(), String.valueOf(done.getFileName())));
                },
                this::failed);
        going.begins(WORDS.get("export.going"), task);
    }

    private static Path whole(Path file, All all) throws InterruptedException {
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".rbee-chats", ".new");
            try {
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    all.write(out);
                }
                return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            WORDS.get("export.failed", file, String.valueOf(e.getMessage())),
                            WORDS.get("export.failed.hint")),
                    e);
        }
    }

    private void failed(Problem problem) {
        going.ends();
        presenter.toast(problem);
    }
}
