package dev.rbee.app.launch;

import dev.rbee.app.connect.ConnectionBar;
import dev.rbee.app.connect.ConnectionMenu;
import dev.rbee.app.connect.Connector;
import dev.rbee.app.frame.AwayBanner;
import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.LateNavigator;
import dev.rbee.app.frame.MainFrame;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.StatusBar;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.palette.FrameCommands;
import dev.rbee.app.palette.Palette;
import dev.rbee.app.palette.Shortcuts;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Look;
import dev.rbee.app.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The window's content around the pages: navigation, status bar, palette, messages, shortcuts. JavaFX thread only. */
final class FrameWiring {
    private static final Words WORDS = Words.of(FrameWiring.class);

    final MainFrame frame;
    final StatusBar status;
    final Palette palette;
    final Shortcuts shortcuts;
    private final Dialogs dialogs;
    private final FrameCommands commands;
    private List<Supplier<List<Command>>> more = List.of();
    private final List<Page> pages;

    FrameWiring(
            List<Page> pages,
            FleetModel fleet,
            QueenSwitch queen,
            LateNavigator navigator,
            Toasts toasts,
            Dialogs dialogs,
            Look look,
            AppState state) {
        this.dialogs = dialogs;
        this.pages = pages;
        commands = new FrameCommands(navigator, pages, fleet, queen, look, state, this::showShortcuts);
        shortcuts = new Shortcuts(pages, commands::list);
        palette = new Palette(this::commands, state);
        status = new StatusBar(fleet, queen, navigator, palette::open);
        frame = new MainFrame(pages, new AwayBanner(fleet, queen, ZoneId.systemDefault()), status, toasts);
        frame.everywhere(this::everywhere, () -> commands.hidden(palette::open));
        frame.over(palette);
        navigator.leads(frame);
    }

    /** Opens the page that was open last, the first one at the first start, and remembers it from now on. */
    void openLast(AppState state) {
        String first = pages.getFirst().key();
        String last = state.text("window.page", first);
        frame.open(pages.stream().anyMatch(page -> page.key().equals(last)) ? last : first);
        frame.onOpen(key -> state.put("window.page", key));
    }

    /** The keys of the pages in their order. */
    List<String> keys() {
        return pages.stream().map(Page::key).toList();
    }

    private List<Command> commands() {
        return frame.commands();
    }

    private List<Command> everywhere() {
        List<Command> all = new ArrayList<>(commands.list());
        more.forEach(each -> all.addAll(each.get()));
        return all;
    }

    /** Further commands that can be given everywhere. */
    void offers(Supplier<List<Command>> commands) {
        more = Stream.concat(more.stream(), Stream.of(commands)).toList();
    }

    /** Shows whose queen is meant, and switches. */
    void connected(ConnectionBar bar, ConnectionMenu menu, Connector connector) {
        frame.top(bar);
        status.connections(
                link -> {
                    Badge other = menu.badge(link);
                    return other == null ? status.local(link) : other;
                },
                () -> {
                    List<MenuItem> items = new ArrayList<>(menu.items());
                    if (connector.own()) {
                        items.add(new SeparatorMenuItem());
                        items.add(status.switchItem());
                    }
                    return items;
                });
        connector.standing().addListener((p, old, now) -> status.update());
        offers(menu::commands);
    }

    /** Opens the list of shortcuts. */
    void showShortcuts() {
        dialogs.of(WORDS.get("shortcuts.title"), shortcuts.view(), WORDS.get("close"))
                .show();
    }
}
