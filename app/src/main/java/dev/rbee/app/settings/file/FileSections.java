package dev.rbee.app.settings.file;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.settings.Section;
import dev.rbee.app.settings.SectionGroup;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingsView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/** The sections that show this machine's {@code rbee.toml}. */
public final class FileSections {
    private static final Words WORDS = Words.of(FileSections.class);

    private FileSections() {}

    /** Makes them. {@code second} changes once a second; {@code opener} opens an address in the program of the desktop. */
    public static SectionGroup group(
            SettingsBook book,
            ObservableValue<?> second,
            Dialogs dialogs,
            Toasts toasts,
            Restart restart,
            Consumer<String> opener) {
        FileParts parts = new FileParts(
                book,
                new FileWatch(book, second, toasts::problem),
                new Paths(dialogs),
                dialogs,
                toasts,
                restart,
                opener);
        List<Section> sections = List.of(
                new FileSection("queen", Feather.RADIO, List.of("queen", "queue", "registry"), parts),
                new FileSection("workers", Feather.CPU, List.of("local_hive", "worker"), parts),
                new FileSection("models", Feather.PACKAGE, List.of("models"), parts),
                new FileSection("engines", Feather.TOOL, List.of("engines", "log", "update", "ui"), parts),
                new TablesSection("hive", Feather.HEXAGON, SettingsView.hiveFields(), parts),
                new TablesSection("model", Feather.SLIDERS, SettingsView.modelFields(), parts),
                new TextSection(parts));
        return new SectionGroup(WORDS.get("group"), sections);
    }
}
