package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** Writes chats with all their branches as one JSON file, one chat in memory at a time. Blocks on the disk. */
public final class ChatWriter implements AutoCloseable {
    private final JsonGenerator json;

    /** Begins the file. */
    public ChatWriter(OutputStream out, Instant now) throws IOException {
        json = Json.MAPPER.getFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("format", "rbee-chats");
        json.writeNumberField("version", 1);
        json.writeStringField("exported_at", now.toString());
        json.writeArrayFieldStart("chats");
    }

    /** Adds one that is in a folder of that name; an empty one for none. */
    public void add(Loaded chat, String folder) throws IOException {
        Json.MAPPER.writeTree(json, OwnForm.write(chat, folder));
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
