package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.theme.Ui;
import dev.rbee.contract.info.Version;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A coloured line at the top while the queen is another machine's: whose, how, and the way back. JavaFX thread only. */
public final class ConnectionBar extends HBox {
    private final Label name = Ui.label("", "connected-to");
    private final Label more = Ui.label("");

    /** Follows the connector; {@code back} connects to this machine. */
    ConnectionBar(Connector connector, Runnable back) {
        getStyleClass().add("connection-bar");
        setId("connection-bar");
        more.setMinWidth(0);
        more.setId("connection-more");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Button home = Ui.button(WORDS.get("bar.back"), Feather.CORNER_UP_LEFT, back);
        home.setId("connection-back");
        home.getStyleClass().add("quiet");
        getChildren().addAll(new FontIcon(Feather.LINK), name, more, Ui.spacer(), home);
        connector.standing().addListener((p, old, now) -> show(now));
        show(connector.standing().get());
    }

    private void show(Standing now) {
        Ui.shown(this, !now.here());
        name.setText(WORDS.get("bar.to", now.to().name()));
        more.setText(more(now));
        more.setTooltip(Ui.tip(more.getText(), null));
    }

    /** What is worth knowing of it. */
    static String more(Standing now) {
        if (now.chatsOnly()) {
            return WORDS.get("bar.chats");
        }
        String version = now.version();
        if (version != null && now.otherVersion()) {
            return WORDS.get("bar.version", version, Version.CURRENT);
        }
        return now.to().where().endsWith(now.to().name()) ? "" : now.to().where();
    }
}
