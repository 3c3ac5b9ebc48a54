package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.enroll.HostKey;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The key a machine shows at first contact, and how to compare it. */
final class TrustCard extends VBox {
    TrustCard(HostKey key) {
        super(12);
        Label print = Ui.paragraph(key.fingerprint(), "mono", "fingerprint");
        print.setId("connect-fingerprint");
        String command = "ssh-keygen -lf " + key.serverFile();
        HBox line = new HBox(4, Ui.label(command, "copyable"), Ui.copyButton(WORDS.get("trust.copy"), () -> command));
        line.getStyleClass().add("chat-bar");
        VBox card = new VBox(
                8,
                new Facts()
                        .addCode(WORDS.get("trust.machine"), key.host())
                        .addCode(WORDS.get("trust.kind"), key.keyType()),
                Ui.label(WORDS.get("trust.fingerprint"), "secondary"),
                print);
        card.getStyleClass().add("card");
        getChildren()
                .addAll(
                        Ui.label(WORDS.get("trust.head"), "section"),
                        card,
                        Ui.paragraph(WORDS.get("trust.words")),
                        line,
                        Ui.paragraph(WORDS.get("trust.after"), "secondary"));
    }
}
