package dev.rbee.app.settings.file;

import dev.rbee.contract.problem.Problem;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;

/** Looks every other second whether somebody else has changed the file, while a section of it is in front. JavaFX thread only. */
final class FileWatch {
    private final SettingsBook book;
    private final ObservableValue<?> second;
    private final Consumer<Problem> failed;
    private final InvalidationListener listener = o -> tick();
    private int count;

    /** {@code second} changes once a second. */
    FileWatch(SettingsBook book, ObservableValue<?> second, Consumer<Problem> failed) {
        this.book = book;
        this.second = second;
        this.failed = failed;
    }

    void on() {
        book.refresh(failed);
        second.removeListener(listener);
        second.addListener(listener);
    }

    void off() {
        second.removeListener(listener);
    }

    private void tick() {
        var _ = second.getValue();
        if (count++ % 2 == 0) {
            book.refresh(failed);
        }
    }
}
