package dev.rbee.app.chat;

import dev.rbee.app.settings.Cards;
import dev.rbee.app.settings.Section;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** How chats behave: titles, new chats, writing, answers. JavaFX thread only. */
public final class ChatSection implements Section {
    private static final Words WORDS = Words.of(ChatSection.class);
    private static final String FRESH = "fresh";

    private final HabitLines lines = new HabitLines();
    private final FreshCard fresh;
    private final Node view;

    /** What is chosen goes into {@code habits}. */
    public ChatSection(Habits habits) {
        fresh = new FreshCard(habits);
        view = Cards.column(
                Cards.card(
                        WORDS.get("habit.chats"),
                        lines.choice(
                                "titles",
                                words("habit.titles.", Titling.OFF, Titling.FIRST, Titling.MODEL),
                                habits::titles,
                                habits::titles),
                        lines.choice(
                                "save",
                                words("habit.save.", true, false),
                                habits::savesMarkdown,
                                habits::savesMarkdown)),
                Cards.card(
                        WORDS.get("habit.writing"),
                        lines.choice(
                                "enter", words("habit.enter.", true, false), habits::enterSends, habits::enterSends),
                        lines.choice(
                                "paste",
                                words("habit.paste.", 0, 2_000, 4_000, 10_000, 40_000),
                                habits::longPaste,
                                habits::longPaste)),
                Cards.card(
                        WORDS.get("habit.answers"),
                        lines.flag("thoughts", habits::thoughtsOpen, habits::thoughtsOpen),
                        lines.flag("stopped", habits::keepsStopped, habits::keepsStopped),
                        lines.choice(
                                "copy",
                                words("habit.copy.", true, false),
                                habits::copiesMarkdown,
                                habits::copiesMarkdown)),
                fresh.view());
        shown();
    }

    @SafeVarargs
    private static <T> Map<T, String> words(String prefix, T... values) {
        Map<T, String> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(value, WORDS.get(prefix + value.toString().toLowerCase(java.util.Locale.ROOT)));
        }
        return words;
    }

    @Override
    public String key() {
        return "chats";
    }

    @Override
    public String name() {
        return WORDS.get("page");
    }

    @Override
    public Feather icon() {
        return Feather.MESSAGE_CIRCLE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        List<Find> all = new ArrayList<>();
        for (String key : lines.keys()) {
            all.add(new Find("chat-" + key, WORDS.get("habit." + key), WORDS.get("habit." + key + ".words")));
        }
        all.add(new Find("chat-" + FRESH, WORDS.get("fresh"), WORDS.get("fresh.words")));
        return all;
    }

    @Override
    public void reveal(String id) {
        String key = id.substring("chat-".length());
        if (key.equals(FRESH)) {
            fresh.focus();
        } else {
            lines.focus(key);
        }
    }

    @Override
    public void shown() {
        lines.show();
        fresh.show();
    }
}
