package dev.rbee.app.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.app.chats.store.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random talk, branches, edits, stops, deletions and restarts, held against a map of who is under whom. */
class ChatsFuzzTest extends ChatsFixture {
    private final Map<String, Known> model = new LinkedHashMap<>();
    private final Random random = new Random(42);

    private record Known(@Nullable String parent, String text) {}

    @Test
    void theTreeIsWhatTheModelSays() {
        String id = said("begin");
        fx(() -> {
            Message first = chats.open().get().path().getFirst();
            model.put(first.id(), new Known(null, "begin"));
        });
        for (int round = 0; round < 12; round++) {
            fx(() -> {
                for (int i = 0; i < 60; i++) {
                    step(chats.open().get());
                }
            });
            List<String> path = call(() -> ids(chats.open().get().path()));
            restart();
            openChat(id);
            fx(() -> check(chats.open().get(), path));
        }
    }

    private void step(ChatTree tree) {
        List<Message> path = tree.path();
        Message some = path.isEmpty() ? null : path.get(random.nextInt(path.size()));
        switch (random.nextInt(some == null ? 1 : 8)) {
            case 0 -> learn(tree, tree.say("said " + random.nextInt(), List.of()));
            case 1, 2 -> {
                Message answer = tree.answer(sure(some));
                for (int i = random.nextInt(4); i > 0; i--) {
                    tree.append(answer, "token " + i + " ");
                }
                tree.finish(answer, random.nextBoolean() ? State.DONE : State.STOPPED, null, null);
                learn(tree, answer);
            }
            case 3 -> learn(tree, tree.edit(sure(some), "edited " + random.nextInt(), List.of()));
            case 4 -> {
                tree.rewrite(sure(some), "rewritten " + random.nextInt());
                learn(tree, sure(some));
            }
            case 5, 6 -> {
                List<Message> siblings = tree.siblings(sure(some));
                Message to = siblings.get(random.nextInt(siblings.size()));
                tree.show(to);
                assertEquals(true, tree.path().contains(to));
            }
            default -> {
                Message gone = path.getLast();
                Runnable undo = tree.delete(gone);
                if (random.nextBoolean() || model.size() == 1) {
                    undo.run();
                } else {
                    model.remove(gone.id());
                }
            }
        }
    }

    private static Message sure(@Nullable Message message) {
        return Objects.requireNonNull(message);
    }

    private void learn(ChatTree tree, Message message) {
        Message parent = tree.parent(message);
        model.put(
                message.id(),
                new Known(parent == null ? null : parent.id(), message.text().get()));
    }

    private void check(ChatTree tree, List<String> path) {
        assertEquals(path, ids(tree.path()));
        Map<String, Known> found = new LinkedHashMap<>();
        for (String id : model.keySet()) {
            Message message = tree.message(id);
            if (message != null) {
                Message parent = tree.parent(message);
                found.put(
                        id,
                        new Known(
                                parent == null ? null : parent.id(),
                                message.text().get()));
            }
        }
        assertEquals(model, found);
        assertEquals(model.size(), tree.snapshot().messages().size());
    }

    private static List<String> ids(List<Message> messages) {
        List<String> ids = new ArrayList<>();
        messages.forEach(each -> ids.add(each.id()));
        return ids;
    }
}
