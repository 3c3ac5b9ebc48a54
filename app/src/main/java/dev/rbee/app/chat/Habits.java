package dev.rbee.app.chat;

import dev.rbee.app.chats.Titles;
import dev.rbee.app.state.AppState;
import dev.rbee.app.words.Words;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.input.KeyEvent;

/** How chats behave, as the person has chosen; kept with what the window remembers. JavaFX thread only. */
public final class Habits {
    private static final Words WORDS = Words.of(Habits.class);
    private static final String TITLES = "chat.titles";
    private static final String FRESH = "chat.fresh";
    private static final String ENTER = "chat.enter";
    private static final String PASTE = "chat.paste";
    private static final String THOUGHTS = "chat.thoughts";
    private static final String STOPPED = "chat.stopped";
    private static final String COPY = "chat.copy";
    private static final String SAVE = "chat.save";
    /** Letters. */
    private static final double LONG = 4_000;

    private final AppState state;
    private final Moments moments;

    /** Kept in that state; {@code zone} is where days begin. */
    public Habits(AppState state, InstantSource clock, ZoneId zone) {
        this.state = state;
        moments = new Moments(clock, zone);
    }

    /** What a chat is called after the first that was said in it; empty: as a new one. */
    public String firstTitle(String said) {
        return titles() == Titling.OFF ? WORDS.get("chat.of", moments.now()) : Titles.of(said, "");
    }

    /** The clock on the wall. */
    Moments moments() {
        return moments;
    }

    Titling titles() {
        String name = state.text(TITLES, "").toUpperCase(Locale.ROOT);
        for (Titling each : Titling.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return Titling.FIRST;
    }

    void titles(Titling now) {
        state.put(TITLES, now.name().toLowerCase(Locale.ROOT));
    }

    /** How new chats are set up. */
    Setup fresh() {
        String json = state.text(FRESH, "");
        return json.isEmpty() ? Setup.PLAIN : Setup.read(json);
    }

    void fresh(Setup now) {
        if (now.own()) {
            state.put(FRESH, Setup.PLAIN.with(now.prompt(), now.how()).write());
        } else {
            state.remove(FRESH);
        }
    }

    /** Whether Enter alone sends a message; else it breaks the line, and Ctrl with it sends. */
    boolean enterSends() {
        return state.flag(ENTER, true);
    }

    /** Whether that Enter sends what is written; else it breaks the line. */
    boolean sends(KeyEvent enter) {
        return !enter.isShiftDown() && (enterSends() || enter.isShortcutDown());
    }

    void enterSends(boolean now) {
        state.put(ENTER, now);
    }

    /** Pasted text of more letters than that goes along as a file; 0 for never. */
    int longPaste() {
        return (int) state.number(PASTE, LONG);
    }

    void longPaste(int letters) {
        state.put(PASTE, letters);
    }

    /** Whether what a model thought is shown without being asked for. */
    boolean thoughtsOpen() {
        return state.flag(THOUGHTS, false);
    }

    void thoughtsOpen(boolean now) {
        state.put(THOUGHTS, now);
    }

    /** Whether an answer that was stopped stays with what it has. */
    boolean keepsStopped() {
        return state.flag(STOPPED, true);
    }

    void keepsStopped(boolean now) {
        state.put(STOPPED, now);
    }

    /** Whether answers are copied with Markdown's marks. */
    boolean copiesMarkdown() {
        return state.flag(COPY, true);
    }

    void copiesMarkdown(boolean now) {
        state.put(COPY, now);
    }

    /** Whether a chat is saved as it reads; else with all its branches, as JSON. */
    boolean savesMarkdown() {
        return state.flag(SAVE, true);
    }

    void savesMarkdown(boolean now) {
        state.put(SAVE, now);
    }

    /** Tells of every change of what the open chat shows of it. */
    void watch(Runnable told) {
        state.watch(ENTER, told);
        state.watch(FRESH, told);
    }
}
