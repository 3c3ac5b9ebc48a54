package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** An address to write, or a machine to choose that SSH knows already. */
public final class HostField extends ComboBox<KnownHost> {
    private static final Words WORDS = Words.of(HostField.class);

    /** Empty. */
    public HostField() {
        setId("enroll-host");
        setEditable(true);
        setMaxWidth(Double.MAX_VALUE);
        getEditor().setId("enroll-host-text");
        getEditor().setPromptText(WORDS.get("host.name.address.or.a"));
        setAccessibleText(WORDS.get("address.of.the.machine"));
        setPlaceholder(Ui.label(WORDS.get("your.ssh.configuration.names.no"), "secondary"));
        setVisibleRowCount(8);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable KnownHost host) {
                return host == null ? "" : host.name();
            }

            @Override
            public KnownHost fromString(String text) {
                return getItems().stream()
                        .filter(host -> host.name().equals(text))
                        .findFirst()
                        .orElseGet(() -> new KnownHost(text, ""));
            }
        });
        setCellFactory(list -> new Cell());
    }

    /** Machines to choose from; what is written stays. */
    public void offer(List<KnownHost> hosts) {
        String typed = getEditor().getText();
        getItems().setAll(hosts);
        getEditor().setText(typed);
    }

    /** Where it is written. */
    public TextField editor() {
        return getEditor();
    }

    /** What is written, without blanks around it. */
    public String text() {
        return getEditor().getText() == null ? "" : getEditor().getText().strip();
    }

    private static final class Cell extends ListCell<KnownHost> {
        @Override
        protected void updateItem(@Nullable KnownHost host, boolean empty) {
            super.updateItem(host, empty);
            setText(null);
            if (empty || host == null) {
                setGraphic(null);
                return;
            }
            Label words = Ui.label(host.words(), "secondary");
            HBox line = new HBox(12, Ui.label(host.name()), Ui.spacer(), words);
            line.getStyleClass().add("chat-bar");
            setGraphic(line);
        }
    }
}
