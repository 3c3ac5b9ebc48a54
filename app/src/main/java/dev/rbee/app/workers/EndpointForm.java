package dev.rbee.app.workers;

import dev.rbee.app.words.Words;
import dev.rbee.contract.endpoints.AddEndpoint;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Address, name, key and slots of a server that is to be attached. */
final class EndpointForm extends GridPane {
    private static final Words WORDS = Words.of(EndpointForm.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final PasswordField key = new PasswordField();
    private final Spinner<Integer> slots = new Spinner<>(1, 64, 8);
    private String guessed = "";

    EndpointForm() {
        getStyleClass().add("dialog-form");
        getColumnConstraints().setAll(FormParts.keys(), FormParts.values());
        url.setId("endpoint-url");
        url.setPromptText("http://127.0.0.1:11434");
        name.setId("endpoint-name");
        name.setPromptText(WORDS.get("letters.digits.dash.dot"));
        key.setId("endpoint-key");
        key.setPromptText(WORDS.get("only.where.it.asks.for"));
        slots.setEditable(true);
        slots.setPrefWidth(88);
        addRow(0, FormParts.named(WORDS.get("fact.address"), url), url);
        addRow(1, FormParts.named(WORDS.get("endpoint.name"), name), name);
        addRow(2, FormParts.named(WORDS.get("key"), key), key);
        addRow(3, FormParts.named(WORDS.get("column.slots"), slots), slots);
        url.textProperty().addListener((p, old, now) -> guess());
    }

    void focus() {
        url.requestFocus();
    }

    private void guess() {
        if (name.getText().equals(guessed)) {
            guessed = guess(url.getText().strip());
            name.setText(guessed);
        }
    }

    /** A name for that address, empty where there is none yet. Pure. */
    static String guess(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            if (host == null) {
                return "";
            }
            String known = switch (uri.getPort()) {
                case 11_434 -> "ollama";
                case 1234 -> "lm-studio";
                case 8000 -> "vllm";
                default -> "";
            };
            boolean here = host.equals("127.0.0.1") || host.equals("localhost");
            String plain = host.toLowerCase(Locale.ROOT);
            String base = known.isEmpty() ? (here ? "local" : plain) : here ? known : known + "-" + plain;
            return NAME.matcher(base).matches() ? base : "";
        } catch (IllegalArgumentException e) {
            return ""; // still being typed
        }
    }

    BooleanBinding complete() {
        return Bindings.createBooleanBinding(
                () -> {
                    String address = url.getText().strip();
                    return (address.startsWith("http://") || address.startsWith("https://"))
                            && address.length() > 8
                            && NAME.matcher(name.getText().strip()).matches();
                },
                url.textProperty(),
                name.textProperty());
    }

    AddEndpoint order() {
        return new AddEndpoint(
                name.getText().strip(), url.getText().strip(), given(key.getText()), null, slots.getValue());
    }

    void clear() {
        guessed = "";
        name.clear();
        url.clear();
        key.clear();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
