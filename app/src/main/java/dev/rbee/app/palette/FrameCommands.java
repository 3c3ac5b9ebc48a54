package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Keys;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Link;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kordamp.ikonli.feather.Feather;

/** What can be done on every page: go to another one, the look, the queen, the shortcuts. JavaFX thread only. */
public final class FrameCommands {
    private static final Words WORDS = Words.of(FrameCommands.class);

    private final Navigator navigator;
    private final List<Page> pages;
    private final FleetModel fleet;
    private final QueenSwitch queen;
    private final Look look;
    private final AppState state;
    private final Runnable shortcuts;

    /** {@code shortcuts} shows their list. */
    public FrameCommands(
            Navigator navigator,
            List<Page> pages,
            FleetModel fleet,
            QueenSwitch queen,
            Look look,
            AppState state,
            Runnable shortcuts) {
        this.navigator = navigator;
        this.pages = List.copyOf(pages);
        this.fleet = fleet;
        this.queen = queen;
        this.look = look;
        this.state = state;
        this.shortcuts = shortcuts;
    }

    /** Those of the palette. */
    public List<Command> list() {
        List<Command> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            all.add(new Command(
                    WORDS.get("group.pages"),
                    WORDS.get("go.to", page.name()),
                    "",
                    page.icon(),
                    Keys.page(i),
                    () -> navigator.open(page.key())));
        }
        queen(all);
        String window = WORDS.get("group.window");
        for (Theme theme : Theme.values()) {
            if (theme != look.chosen()) {
                boolean other = theme == (look.darkProperty().get() ? Theme.LIGHT : Theme.DARK);
                all.add(new Command(
                        window,
                        WORDS.get("theme." + name(theme)),
                        "",
                        theme == Theme.LIGHT ? Feather.SUN : theme == Theme.DARK ? Feather.MOON : Feather.MONITOR,
                        other ? Keys.THEME : null,
                        () -> choose(theme)));
            }
        }
        all.add(new Command(window, WORDS.get("shortcuts.show"), "", Feather.COMMAND, Keys.SHORTCUTS, shortcuts));
        return all;
    }

    private void queen(List<Command> all) {
        String group = WORDS.get("group.queen");
        Link link = Objects.requireNonNull(fleet.view().get()).link();
        if (link instanceof Link.Connected connected) {
            all.add(new Command(
                    group,
                    WORDS.get("base.url.copy"),
                    connected.url() + "/v1",
                    Feather.COPY,
                    null,
                    () -> Ui.copy(connected.url() + "/v1")));
        }
        if (queen.own() && link instanceof Link.Connected) {
            all.add(new Command(group, WORDS.get("queen.stop"), "", Feather.POWER, null, queen::stop));
        } else if (link instanceof Link.Away) {
            all.add(new Command(group, WORDS.get("queen.start"), "", Feather.POWER, null, queen::start));
        }
    }

    private void choose(Theme theme) {
        look.choose(theme);
        state.put("theme", name(theme));
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** Those that have a key but do not stand in the palette. */
    public List<Command> hidden(Runnable palette) {
        String window = WORDS.get("group.window");
        return List.of(
                new Command(window, WORDS.get("palette.show"), "", Feather.SEARCH, Keys.PALETTE, palette),
                new Command(window, WORDS.get("shortcuts.show"), "", Feather.COMMAND, Keys.HELP, shortcuts));
    }
}
