package dev.rbee.app.frame;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something the user can have done, as the palette lists it.
 *
 * @param group what it belongs to, in words: a page, {@code Worker}, {@code Chat}…
 * @param words verb first
 * @param more what tells it from others of the same words: a name, a state; empty where nothing does
 * @param keys its shortcut, where it has one
 * @param act on the JavaFX thread; returns at once
 * @param searched whether it is one of very many, which are listed only when something is typed
 */
public record Command(
        String group,
        String words,
        String more,
        Feather icon,
        @Nullable KeyCombination keys,
        Runnable act,
        boolean searched) {
    /** One that is always listed. */
    public Command(String group, String words, String more, Feather icon, @Nullable KeyCombination keys, Runnable act) {
        this(group, words, more, icon, keys, act, false);
    }
}
