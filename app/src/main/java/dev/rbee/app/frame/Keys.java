package dev.rbee.app.frame;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that hold everywhere in the window. {@code Shortcut} is Ctrl, or Cmd on a Mac. */
public final class Keys {
    /** Opens the palette. */
    public static final KeyCombination PALETTE = shortcut(KeyCode.K);
    /** Something new of the open page's kind. */
    public static final KeyCombination FRESH = shortcut(KeyCode.N);
    /** The filter or search of the open page. */
    public static final KeyCombination FIND = shortcut(KeyCode.F);
    /** Takes the last thing back that a message offers to. */
    public static final KeyCombination UNDO = shortcut(KeyCode.Z);
    /** The list of shortcuts. */
    public static final KeyCombination SHORTCUTS = shortcut(KeyCode.SLASH);
    /** The same. */
    public static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);
    /** Light or dark, the other one. */
    public static final KeyCombination THEME = shortcut(KeyCode.T, KeyCombination.SHIFT_DOWN);

    private Keys() {}

    /** Whether such a key can be a command's: held with Ctrl, Cmd or Alt, or F1 to F12; all others write. */
    static boolean commands(KeyEvent event) {
        return !event.getCode().isModifierKey()
                && (event.isShortcutDown()
                        || event.isAltDown()
                        || event.getCode().isFunctionKey());
    }

    /** Ctrl (Cmd on a Mac) with that key and these others held. */
    public static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] all = new KeyCombination.Modifier[more.length + 1];
        all[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, all, 1, more.length);
        return new KeyCodeCombination(code, all);
    }

    /** The page at that place of the navigation, from 0. */
    public static KeyCombination page(int index) {
        return shortcut(KeyCode.getKeyCode(Integer.toString(index + 1)));
    }
}
