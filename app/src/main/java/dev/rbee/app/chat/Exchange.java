package dev.rbee.app.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was said and what was answered; the answer can be made anew. JavaFX thread only. */
final class Exchange {
    private final String said;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer());

    Exchange(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }

    ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** A new, empty answer in place of the old one. */
    Answer again() {
        Answer fresh = new Answer();
        answer.set(fresh);
        return fresh;
    }
}
