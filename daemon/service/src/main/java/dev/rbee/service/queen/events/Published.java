package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.json.Json;
import org.jspecify.annotations.Nullable;

/** An event with its revision; its JSON is made once, by the first reader. Thread-safe. */
final class Published {
    private final String key;
    private final FleetEvent event;
    private volatile @Nullable String json;

    Published(String key, FleetEvent event) {
        this.key = key;
        this.event = event;
    }

    /** What it is about; a later one of the same key makes it superfluous. */
    String key() {
        return key;
    }

    long revision() {
        return event.revision();
    }

    String type() {
        return event.type();
    }

    FleetEvent event() {
        return event;
    }

    String json() {
        String made = json;
        if (made == null) {
            made = Json.write(event);
            json = made;
        }
        return made;
    }
}
