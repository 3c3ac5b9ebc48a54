package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.fx.Background;
import dev.rbee.app.markdown.CodeEvent;
import dev.rbee.app.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files of the open chat: those that go along with a message, and what is saved of it. JavaFX thread; reads and writes in the background. */
final class ChatFiles {
    private static final Words WORDS = Words.of(ChatPage.class);

    private final ChatParts parts;
    private final Background background;
    private final Consumer<Attachment> attached;

    /** What was read goes to {@code attached}. */
    ChatFiles(ChatParts parts, Background background, Consumer<Attachment> attached) {
        this.parts = parts;
        this.background = background;
        this.attached = attached;
    }

    /** Reads files that are to go along with the next message. */
    void attach(List<Path> files) {
        for (Path file : files) {
            background.run(
                    () -> Attachments.read(file),
                    attached,
                    problem -> parts.toasts().problem(problem));
        }
    }

    /** Asks for such files; whoever chose or thought better of it writes on. */
    void choose(Runnable then) {
        attach(parts.files().any(WORDS.get("composer.attach")));
        then.run();
    }

    /** Saves a block of code where the user says. */
    void saveCode(CodeEvent event) {
        event.consume();
        Path file = parts.files().save(WORDS.get("code.save.title"), event.name());
        if (file != null) {
            background.run(
                    () -> Code.write(file, event.code()),
                    (String name) -> parts.toasts().say(WORDS.get("code.saved", name)),
                    problem -> parts.toasts().problem(problem));
        }
    }

    /** Saves the open chat in the usual format. */
    void saveChat() {
        ChatTree tree = parts.chats().open().get();
        if (!tree.begun() || tree.temporary()) {
            parts.toasts().note(WORDS.get(tree.temporary() ? "save.temporary" : "save.nothing"));
        } else if (parts.habits().savesMarkdown()) {
            parts.side().exports().markdown(List.of(tree.id()));
        } else {
            parts.side().exports().json(List.of(tree.id()));
        }
    }
}
