package dev.rbee.app.launch;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Chats of some weeks, for pictures. */
final class TourChats {
    private static final String[] TITLES = {
        "Trip plan for the Alps in June",
        "Why does my Dockerfile rebuild everything each time I change one line?",
        "Gradle to Maven",
        "Letter to the landlord",
        "Regex for ISO dates",
        "Explain attention to a twelve-year-old",
        "Sourdough timetable",
        "Unit tests for the parser",
        "Notes of the Monday meeting",
        "SQL: running totals by month",
        "Names for a cat"
    };

    private TourChats() {}

    /** Writes them to that home; blocks. */
    static void write(Path home) throws Exception {
        Instant now = Instant.now();
        try (ChatStore store = new ChatStore(home.resolve("chats.db"), InstantSource.fixed(now))) {
            store.folders().put(new Folder("f1", "Work", 0)).get();
            List<Loaded> all = new ArrayList<>();
            for (int i = 0; i < TITLES.length; i++) {
                all.add(chat(i, now.minus(Duration.ofHours(3 + 5L * i * i))));
            }
            store.chats().add(all).get();
        }
    }

    private static Loaded chat(int i, Instant at) {
        String id = "c" + i;
        String folder = i == 2 || i == 7 ? "f1" : null;
        ChatInfo info = new ChatInfo(id, TITLES[i], Titled.FIRST_WORDS, folder, i == 4, at, at);
        MessageRow asked = new MessageRow(id + "a", id, null, Role.USER, at, State.DONE, TITLES[i], Facts.NONE);
        MessageRow said = new MessageRow(
                id + "b", id, id + "a", Role.ASSISTANT, at, State.DONE, "Here is a first draft.", Facts.NONE);
        return new Loaded(info, id + "b", null, Draft.NONE, List.of(asked, said));
    }
}
