package dev.rbee.app.settings.file;

import dev.rbee.app.fx.Background;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.settings.SettingsEdit;
import dev.rbee.service.settings.SettingsFile;
import dev.rbee.service.settings.SettingsView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * This machine's {@code rbee.toml} as the page shows it: read in the background, changed one value at a time, read again when somebody
 * else changes it. JavaFX thread only.
 */
public final class SettingsBook {
    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable SettingsView> view = new ReadOnlyObjectWrapper<>();
    private final Map<String, String> running = new HashMap<>();
    private @Nullable String runningTables;

    /** Over that file; nothing is read yet. */
    public SettingsBook(SettingsFile file, Background background) {
        this.file = file;
        this.background = background;
    }

    /** The file. */
    public SettingsFile file() {
        return file;
    }

    /** What stands there; null until it was read. */
    public ReadOnlyObjectProperty<@Nullable SettingsView> view() {
        return view.getReadOnlyProperty();
    }

    /** Reads it again and tells whoever watches {@link #view}, if it has changed. */
    public void refresh(Consumer<Problem> failed) {
        background.run(file::read, this::show, failed);
    }

    /** Makes one change; exactly one of the two is told. */
    public void apply(SettingsEdit edit, Runnable done, Consumer<Problem> failed) {
        change(() -> file.apply(edit), done, failed);
    }

    /** Replaces the whole text, where {@code before} is what stands there. */
    void replace(String before, String after, Runnable done, Consumer<Problem> failed) {
        change(() -> file.replace(before, after), done, failed);
    }

    private void change(Callable<SettingsView> work, Runnable done, Consumer<Problem> failed) {
        background.run(
                work,
                now -> {
                    show(now);
                    done.run();
                },
                failed);
    }

    private void show(SettingsView now) {
        if (running.isEmpty()) {
            remember(now);
        }
        if (!now.equals(view.get())) {
            view.set(now);
        }
    }

    /** What runs has read the settings just now. */
    void restarted(Consumer<Problem> failed) {
        background.run(
                file::read,
                now -> {
                    remember(now);
                    view.set(null); // the same text, but nothing waits any more
                    view.set(now);
                },
                failed);
    }

    private void remember(SettingsView now) {
        running.clear();
        now.states().forEach(state -> running.put(state.info().key(), state.value()));
        runningTables = tables(now);
    }

    /** Whether that setting counts only after a restart. */
    boolean waits(SettingsView.State state) {
        return !state.info().key().equals("ui.theme")
                && !Objects.equals(running.get(state.info().key()), state.value());
    }

    /** How many changes count only after a restart. */
    long waiting() {
        SettingsView now = view.get();
        if (now == null) {
            return 0;
        }
        long values = now.states().stream().filter(this::waits).count();
        return values + (Objects.equals(runningTables, tables(now)) ? 0 : 1);
    }

    private static String tables(SettingsView view) {
        return List.of(view.hives(), view.models()).toString();
    }
}
