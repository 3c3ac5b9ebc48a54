package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.chats.store.Loaded;
import java.time.Instant;
import java.util.function.Supplier;

/** How one program writes a chat. */
interface Form {
    /** Whether that is a chat of this form. */
    boolean fits(JsonNode chat);

    /** The chat; {@code now} where it does not tell times. An empty one is no chat and has no messages. */
    Loaded read(JsonNode chat, Supplier<String> ids, Instant now);
}
