package dev.rbee.app.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.state.AppState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the window sees of the chats, on a real store. */
class ChatsTest extends ChatsFixture {
    @Test
    void whatWasSaidIsThereAfterARestart() {
        fx(() -> {
            ChatTree tree = chats.open().get();
            Message said =
                    tree.say("**How** do bees fly?\nIn detail, please.", List.of(new Attachment("bee.txt", "buzz")));
            Message answer = tree.answer(said);
            tree.append(answer, "With ");
            tree.append(answer, "wings.");
            tree.from(answer, new Source("demo", "w-1", "here", true));
            tree.finish(answer, State.DONE, new Figures(7, 2, 50.0, 12.5, 60.0, "stop", 1024), null);
            tree.setup("{\"system\":\"short\"}");
        });
        String id = call(() -> chats.open().get().id());
        restart();
        assertEquals(List.of("How do bees fly?"), titles());
        openChat(id);
        fx(() -> {
            ChatTree tree = chats.open().get();
            assertEquals("{\"system\":\"short\"}", tree.setup().get());
            assertEquals(2, tree.path().size());
            assertEquals("buzz", tree.path().getFirst().files().getFirst().text());
            Message answer = tree.path().get(1);
            assertEquals("With wings.", answer.text().get());
            assertEquals(State.DONE, answer.state().get());
            assertEquals(new Source("demo", "w-1", "here", true), answer.source());
            assertEquals(new Figures(7, 2, 50.0, 12.5, 60.0, "stop", 1024), answer.figures());
        });
    }

    @Test
    void branchesAreSiblingsAndThePathRemembersWhereItWas() {
        fx(() -> {
            ChatTree tree = chats.open().get();
            Message first = tree.say("one", List.of());
            Message a = tree.answer(first);
            tree.finish(a, State.DONE, null, null);
            Message deep = tree.say("deeper", List.of());
            Message b = tree.answer(first);
            tree.finish(b, State.STOPPED, null, null);
            assertEquals(List.of(first, b), tree.path());
            assertEquals(List.of(a, b), tree.siblings(a));
            tree.show(a);
            assertEquals(List.of(first, a, deep), tree.path());
            Message other = tree.edit(first, "uno", List.of());
            assertEquals(List.of(other), tree.path());
            assertEquals(List.of(first, other), tree.siblings(other));
            tree.show(first);
            assertEquals(List.of(first, a, deep), tree.path());
            Runnable undo = tree.delete(a);
            assertEquals(List.of(first, b), tree.path());
            undo.run();
            assertEquals(List.of(first, a, deep), tree.path());
            tree.delete(first).run();
            assertEquals(List.of(first, a, deep), tree.path());
        });
        String id = call(() -> chats.open().get().id());
        restart();
        openChat(id);
        assertEquals(
                List.of("one", "", "deeper"),
                call(() -> chats.open().get().path().stream()
                        .map(each -> each.text().get())
                        .toList()));
        assertEquals(2, (int) call(() -> chats.open()
                .get()
                .siblings(chats.open().get().path().getFirst())
                .size()));
    }

    @Test
    void anAnswerThatWasCutOffCanGoOn() {
        String id = call(() -> {
            ChatTree tree = chats.open().get();
            Message answer = tree.answer(tree.say("go", List.of()));
            tree.append(answer, "Once upon");
            return tree.id();
        });
        restart();
        openChat(id);
        fx(() -> {
            ChatTree tree = chats.open().get();
            Message answer = tree.path().getLast();
            assertEquals(State.CUT, answer.state().get());
            tree.resume(answer);
            tree.append(answer, " a time.");
            tree.finish(answer, State.DONE, null, null);
            tree.append(answer, "ignored");
            assertEquals("Once upon a time.", answer.text().get());
        });
    }

    @Test
    void deletedChatsComeBackOnUndo() {
        String first = said("first");
        String second = said("second");
        fx(() -> chats.pin(first, true));
        assertEquals(List.of("first", "second"), titles());
        Runnable undo = call(() -> chats.delete(Set.of(first, second)));
        assertEquals(List.of(), titles());
        assertFalse(call(() -> chats.open().get().begun()));
        fx(undo);
        assertEquals(List.of("first", "second"), titles());
        until(() -> chats.open().get().id().equals(second));
        fx(() -> chats.delete(Set.of(second)));
        restart();
        assertEquals(List.of("first"), titles());
    }

    @Test
    void copiesAndForksAreChatsOfTheirOwn() {
        String id = said("root");
        fx(() -> {
            ChatTree tree = chats.open().get();
            tree.say("second", List.of());
            chats.fork(tree, tree.path().getFirst());
            assertEquals(1, chats.open().get().path().size());
            assertNotEquals(id, chats.open().get().id());
            chats.duplicate(id);
        });
        until(() -> chats.all().size() == 3);
        assertEquals("root (copy)", call(() -> chats.open().get().title().get()));
        assertEquals(2, (int) call(() -> chats.open().get().path().size()));
        restart();
        assertEquals(3, titles().size());
    }

    @Test
    void draftsStayAlsoThoseOfAChatNotBegunAndTemporaryChatsDoNot() {
        String id = said("begun");
        fx(() -> {
            chats.open().get().draft(new Draft("half a thou", List.of(new Attachment("a.md", "# a"))));
            chats.fresh();
            chats.open().get().draft(new Draft("not begun", List.of()));
            chats.temporary();
            chats.open().get().say("secret", List.of());
            chats.open().get().draft(new Draft("secret", List.of()));
            assertEquals("Temporary chat", chats.open().get().title().get());
        });
        restart();
        assertEquals(List.of("begun"), titles());
        until(() -> chats.open().get().draft().get().text().equals("not begun"));
        openChat(id);
        assertEquals(
                new Draft("half a thou", List.of(new Attachment("a.md", "# a"))),
                call(() -> chats.open().get().draft().get()));
    }

    @Test
    void titlesFoldersAndPinsAreKept() {
        String id = said("words");
        String folder = call(() -> chats.folders().add("Work").id());
        fx(() -> {
            chats.rename(id, "  My\n title ");
            chats.folder(id, folder);
            chats.pin(id, true);
            chats.open().get().say("more", List.of());
        });
        restart();
        ChatInfo info = call(() -> chats.all().getFirst());
        assertEquals("My title", info.title());
        assertEquals(folder, info.folder());
        assertTrue(info.pinned());
        fx(() -> chats.removeFolder(chats.folders().all().getFirst()));
        restart();
        assertEquals(null, call(() -> chats.all().getFirst()).folder());
    }

    @Test
    void theChatThatWasOpenOpensAgain() {
        state = AppState.memory();
        restart();
        String id = said("stay here");
        restart();
        until(() -> chats.open().get().id().equals(id));
        fx(() -> chats.fresh());
        restart();
        assertFalse(call(() -> chats.open().get().begun()));
        openChat(id);
        fx(() -> {
            chats.fresh();
            chats.open().get().draft(new Draft("something new", List.of()));
        });
        restart();
        until(() -> chats.open().get().draft().get().text().equals("something new"));
        assertFalse(call(() -> chats.open().get().begun()));
    }
}
