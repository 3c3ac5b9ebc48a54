package dev.rbee.app.chat;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Whoever types while the transcript has the keyboard means the composer. */
final class Typing {
    private Typing() {}

    static void into(Node from, Composer composer) {
        from.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = event.getCharacter();
            boolean text = !typed.isEmpty() && typed.charAt(0) >= ' ' && typed.charAt(0) != 127;
            if (text
                    && !event.isShortcutDown()
                    && !event.isAltDown()
                    && !(event.getTarget() instanceof TextInputControl)) {
                composer.type(typed);
                event.consume();
            }
        });
    }
}
