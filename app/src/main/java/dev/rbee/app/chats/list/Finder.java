package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Excerpts;
import dev.rbee.app.chats.store.Hit;
import dev.rbee.app.fx.Task;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What is looked for and what was found: titles at once, messages from the disk soon after. JavaFX thread only. */
final class Finder {
    private static final Words WORDS = Words.of(Finder.class);
    private static final int MOST = 200;

    private final Chats chats;
    private final Runnable changed;
    private final PauseTransition pause = new PauseTransition(Duration.millis(60));
    private String query = "";
    private List<Hit> hits = List.of();
    private boolean going;
    private @Nullable Task task;

    /** {@code changed} is told when {@link #rows} are others. */
    Finder(Chats chats, Runnable changed) {
        this.chats = chats;
        this.changed = changed;
        pause.setOnFinished(e -> search());
    }

    /** Looks for that; nothing for a blank one. */
    void look(String typed) {
        query = typed.strip();
        Task old = task;
        if (old != null) {
            old.cancel();
        }
        hits = List.of();
        going = !query.isEmpty();
        if (going) {
            pause.playFromStart();
        } else {
            pause.stop();
        }
        changed.run();
    }

    private void search() {
        String asked = query;
        task = chats.search(asked, MOST, found -> {
            if (asked.equals(query)) {
                hits = found;
                going = false;
                changed.run();
            }
        });
    }

    /** What is looked for; empty for nothing. */
    String query() {
        return query;
    }

    /** Whether messages are still being looked through. */
    boolean going() {
        return going;
    }

    /** Titles first, then messages. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<ChatInfo> titles =
                chats.all().stream().filter(this::titled).limit(MOST).toList();
        if (!titles.isEmpty()) {
            rows.add(new Row.Head("found:titles", WORDS.get("found.titles"), null, false, titles.size()));
            titles.forEach(each -> rows.add(new Row.Item(each, null, query)));
        }
        List<Row> messages = new ArrayList<>();
        for (Hit hit : hits) {
            ChatInfo info = chats.info(hit.chat());
            if (info != null) {
                messages.add(new Row.Item(info, hit, query));
            }
        }
        if (!messages.isEmpty()) {
            rows.add(new Row.Head("found:messages", WORDS.get("found.messages"), null, false, messages.size()));
            rows.addAll(messages);
        }
        return rows;
    }

    private boolean titled(ChatInfo info) {
        String title = info.title().toLowerCase(Locale.ROOT);
        String typed = query.toLowerCase(Locale.ROOT);
        List<String> words = Excerpts.words(typed);
        return title.contains(typed) || (!words.isEmpty() && words.stream().allMatch(title::contains));
    }
}
