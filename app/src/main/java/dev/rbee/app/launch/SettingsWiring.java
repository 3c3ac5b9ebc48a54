package dev.rbee.app.launch;

import dev.rbee.app.background.Autostart;
import dev.rbee.app.background.StartupCard;
import dev.rbee.app.chat.ChatSection;
import dev.rbee.app.chat.Habits;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.TokensApi;
import dev.rbee.app.settings.Addresses;
import dev.rbee.app.settings.GeneralSection;
import dev.rbee.app.settings.ProgramsSection;
import dev.rbee.app.settings.Section;
import dev.rbee.app.settings.SectionGroup;
import dev.rbee.app.settings.SettingsPage;
import dev.rbee.app.settings.ShortcutsSection;
import dev.rbee.app.settings.about.AboutParts;
import dev.rbee.app.settings.about.AboutSection;
import dev.rbee.app.settings.about.LicencesSection;
import dev.rbee.app.settings.file.FileSections;
import dev.rbee.app.settings.file.SettingsBook;
import dev.rbee.app.settings.keys.KeyParts;
import dev.rbee.app.settings.keys.KeysSection;
import dev.rbee.app.settings.places.PlaceParts;
import dev.rbee.app.settings.places.PlacesSection;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.tray.Desktop;
import dev.rbee.app.words.Words;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/** Joins the settings page. */
final class SettingsWiring {
    private static final Words WORDS = Words.of(SettingsWiring.class);

    private SettingsWiring() {}

    /** What it is joined with. */
    record Parts(
            FleetModel fleet,
            AppState state,
            Look look,
            Dialogs dialogs,
            Toasts toasts,
            Presenter presenter,
            Navigator navigator,
            Background background,
            QueenHost host,
            QueenSwitch queen,
            TokensApi tokens,
            Addresses addresses,
            Chats chats,
            Habits habits,
            UpdateWiring updates,
            Consumer<String> opener,
            Supplier<Node> shortcuts) {}

    static SettingsPage page(Parts parts) {
        SettingsBook book = new SettingsBook(
                new SettingsFile(parts.addresses().home().resolve("rbee.toml"), System.getenv()), parts.background());
        book.refresh(parts.toasts()::problem);
        Restarting restart = new Restarting(parts.fleet(), parts.host(), parts.queen(), parts.background());
        return new SettingsPage(
                List.of(
                        new SectionGroup(
                                WORDS.get("settings.group.application"),
                                List.of(
                                        new GeneralSection(parts.state(), parts.look(), startup(parts)),
                                        new ChatSection(parts.habits()),
                                        new ShortcutsSection(parts.shortcuts()))),
                        new SectionGroup(WORDS.get("settings.group.access"), access(parts)),
                        FileSections.group(
                                book, parts.fleet().now(), parts.dialogs(), parts.toasts(), restart, parts.opener()),
                        new SectionGroup(WORDS.get("settings.group.rbee"), about(parts))),
                parts.navigator());
    }

    /** How many answers at a time a worker gives unless told otherwise. Reads the disk. */
    static int answersAtATime(Path home) {
        SettingsFile file = new SettingsFile(home.resolve("rbee.toml"), System.getenv());
        return Integer.parseInt(file.read().state("worker.slots").value());
    }

    /** The start at login of this program. */
    static Optional<Autostart> autostart() {
        return Autostart.of(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.getProperty("rbee.command"));
    }

    private static List<Node> startup(Parts parts) {
        return List.of(new StartupCard(
                autostart(),
                Desktop.mayHaveTray(System.getProperty("os.name"), System.getenv()),
                parts.state(),
                parts.background(),
                parts.presenter()::toast));
    }

    private static List<Section> access(Parts parts) {
        return List.of(
                new ProgramsSection(
                        parts.fleet(),
                        parts.addresses(),
                        () -> parts.navigator().reveal("settings", "tokens")),
                new KeysSection(new KeyParts(
                        parts.tokens(), parts.fleet(), parts.background(), parts.dialogs(), parts.presenter())));
    }

    private static List<Section> about(Parts parts) {
        Home home = Home.at(parts.addresses().home());
        return List.of(
                parts.updates().section(),
                new PlacesSection(new PlaceParts(
                        home,
                        System.getenv(),
                        parts.chats(),
                        parts.navigator(),
                        parts.background(),
                        parts.dialogs(),
                        parts.toasts(),
                        parts.presenter(),
                        parts.opener())),
                new AboutSection(new AboutParts(
                        home,
                        System.getenv(),
                        parts.fleet(),
                        parts.background(),
                        parts.dialogs(),
                        parts.toasts(),
                        parts.presenter())),
                new LicencesSection(parts.dialogs(), parts.opener()));
    }
}
