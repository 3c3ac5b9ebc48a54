package dev.rbee.app.chat;

import dev.rbee.app.remote.ChatApi.Message;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One conversation. JavaFX thread only. */
final class Conversation {
    /** Its name until something was said. */
    static final String NEW = "New chat";

    private final String id;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(NEW);
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();

    Conversation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ObservableList<Exchange> exchanges() {
        return exchanges;
    }

    /** Adds what was said; the first words of a conversation name it. */
    Exchange say(String text) {
        if (exchanges.isEmpty()) {
            String line = text.strip().lines().findFirst().orElse(NEW);
            title.set(line.length() > 60 ? line.substring(0, 59).stripTrailing() + "…" : line);
        }
        Exchange exchange = new Exchange(text);
        exchanges.add(exchange);
        return exchange;
    }

    /** What is sent to have this exchange answered: all before it that has an answer, then its own question. */
    List<Message> upTo(Exchange last) {
        List<Message> messages = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (exchange == last) {
                break;
            }
            String answered = exchange.answer().get().text().get();
            if (!answered.isBlank()) {
                messages.add(new Message("user", exchange.said()));
                messages.add(new Message("assistant", answered));
            }
        }
        messages.add(new Message("user", last.said()));
        return messages;
    }
}
