package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.frame.Command;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Switches between the queens that are known: as a menu, as commands, and how the present one is shown. JavaFX thread only. */
public final class ConnectionMenu {
    private final ConnectTools tools;
    private final Supplier<String> ids;
    private final BooleanSupplier answering;
    private @Nullable ConnectDialog linked;

    /** {@code ids} are new ids; {@code answering} tells whether an answer of this window is being written. */
    ConnectionMenu(ConnectTools tools, Supplier<String> ids, BooleanSupplier answering) {
        this.tools = tools;
        this.ids = ids;
        this.answering = answering;
        tools.connector().onAsk(this::ask);
    }

    /** The present one as a pill; null where it is this machine's, which others show. */
    public @Nullable Badge badge(Link link) {
        Standing standing = tools.connector().standing().get();
        if (standing.here()) {
            return null;
        }
        String name = standing.to().name();
        return switch (link) {
            case Link.Starting _ -> new Badge(Tone.LOADING, Feather.LOADER, name);
            case Link.Connected _ ->
                new Badge(Tone.LOADING, Feather.LINK, standing.chatsOnly() ? WORDS.get("badge.chats", name) : name);
            case Link.Away _ -> new Badge(Tone.WARN, Feather.CLOUD_OFF, WORDS.get("badge.away", name));
        };
    }

    /** All that are known, and how to know more. */
    public List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        Connection present = tools.connector().standing().get().to();
        for (Connection each : all()) {
            String words = each.where().isEmpty() || each.where().endsWith(each.name())
                    ? each.name()
                    : each.name() + "  ·  " + each.where();
            RadioMenuItem item = new RadioMenuItem(words);
            item.setMnemonicParsing(false);
            item.setId("connection-" + each.id());
            item.setSelected(each.id().equals(present.id()));
            item.setOnAction(e -> to(each));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        MenuItem other = new MenuItem(WORDS.get("menu.other"), new FontIcon(Feather.PLUS));
        other.setId("connection-other");
        other.setOnAction(e -> other());
        items.add(other);
        if (!tools.opener().book().known().isEmpty()) {
            MenuItem known = new MenuItem(WORDS.get("menu.known"), new FontIcon(Feather.EDIT_2));
            known.setId("connection-known");
            known.setOnAction(e -> known());
            items.add(known);
        }
        return items;
    }

    /** The same for the palette. */
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        Connection present = tools.connector().standing().get().to();
        String group = WORDS.get("group");
        for (Connection each : all()) {
            if (!each.id().equals(present.id())) {
                commands.add(new Command(
                        group, WORDS.get("command.to", each.name()), each.where(), Feather.LINK, null, () -> to(each)));
            }
        }
        commands.add(new Command(group, WORDS.get("menu.other"), "", Feather.PLUS, null, this::other));
        return commands;
    }

    private List<Connection> all() {
        List<Connection> all = new ArrayList<>();
        all.add(new Connection.Here());
        all.addAll(tools.opener().book().known());
        return all;
    }

    /** Connects to that one; asks where that would cut off an answer. */
    void to(Connection target) {
        Connector connector = tools.connector();
        Connection present = connector.standing().get().to();
        if (present.id().equals(target.id())) {
            return;
        }
        if (present instanceof Connection.Login && answering.getAsBoolean()) {
            tools.dialogs()
                    .confirm(
                            WORDS.get("leave.title"),
                            Ui.paragraph(WORDS.get("leave.words", present.name())),
                            WORDS.get("leave.act"),
                            () -> connector.to(target),
                            () -> {});
            return;
        }
        connector.to(target);
    }

    /** Asks for a queen that is not known yet. */
    public void other() {
        new ConnectDialog(tools, ids.get()).show();
    }

    /**
     * Asks for the key of a queen that a link has named. A second link does not change what somebody is typing a key for: the first one's dialog
     * comes forward.
     */
    public void other(String address) {
        ConnectDialog before = linked;
        if (before != null && before.showing()) {
            before.toFront();
            return;
        }
        linked = new ConnectDialog(tools, ids.get());
        linked.show(address);
    }

    /** Shows those that are known, to rename and forget them. */
    public void known() {
        new KnownDialog(tools, this::to).show();
    }

    private void ask(Connection connection, Problem why) {
        new ConnectDialog(tools, connection.id()).show(connection, why);
    }
}
