package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reads files with chats: our own, ChatGPT's {@code conversations.json}, exports of llama.cpp's web page and of Open WebUI, conversation
 * files of LM Studio. One chat is in memory at a time. Blocks on the disk; touches nothing else.
 */
public final class ChatReader {
    private static final Words WORDS = Words.of(ChatReader.class);

    private static final long LARGEST_CHAT = 64_000_000;
    private static final int MOST_PARTS = 2_000_000;
    private static final int DEEPEST = 64;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength((int) LARGEST_CHAT)
                    .build())
            .build());
    private static final List<Form> FORMS =
            List.of(new OpenAiForm(), new LlamaForm(), new OpenWebUiForm(), new LmStudioForm(), new OwnForm());

    private final Supplier<String> ids;
    private final Instant now;
    private final BiConsumer<Loaded, String> chats;
    private int unknown;

    /** Chats are handed to {@code chats} as they are read, with the name of their folder where they tell one, else an empty one; {@code now} is the time of those that tell none. */
    public ChatReader(Supplier<String> ids, Instant now, BiConsumer<Loaded, String> chats) {
        this.ids = ids;
        this.now = now;
        this.chats = chats;
    }

    /**
     * Reads a file to its end. Throws {@link ProblemException}: {@code invalid_json}, {@code body_too_large}, {@code invalid_field} for a
     * file that holds no chat of a form that is known; what was handed over before stays so.
     *
     * @return how many things in the file were no chats
     */
    public int read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            BoundedInput bounded = new BoundedInput(in, LARGEST_CHAT);
            try (BoundedParser parser = new BoundedParser(MAPPER.createParser(bounded), MOST_PARTS)) {
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    each(parser, bounded);
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    one(parser, bounded);
                } else {
                    throw unknown(file);
                }
            }
            return unknown;
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INVALID_JSON,
                            WORDS.get("is.not.json.as.it", String.valueOf(file.getFileName()), e.getOriginalMessage()),
                            WORDS.get("export.it.again.or.choose")),
                    e);
        }
    }

    private void each(BoundedParser parser, BoundedInput input) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            input.rest();
            parser.rest();
            take(MAPPER.readTree(parser));
        }
    }

    private void one(BoundedParser parser, BoundedInput input) throws IOException {
        ObjectNode rest = MAPPER.createObjectNode();
        boolean many = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("chats") && parser.currentToken() == JsonToken.START_ARRAY) {
                many = true;
                each(parser, input);
            } else {
                JsonNode value = MAPPER.readTree(parser);
                rest.set(field, value);
            }
        }
        if (!many) {
            take(rest);
        }
    }

    private void take(JsonNode chat) {
        for (Form form : FORMS) {
            if (form.fits(chat)) {
                Loaded read = form.read(chat, ids, now);
                if (read.messages().isEmpty()) {
                    unknown++;
                } else {
                    chats.accept(read, Tree.text(chat, "folder"));
                }
                return;
            }
        }
        unknown++;
    }

    private static ProblemException unknown(Path file) {
        return ProblemException.of(
                ProblemCode.INVALID_FIELD,
                WORDS.get("holds.no.chats", String.valueOf(file.getFileName())),
                WORDS.get("choose.an.export.of.rbee"));
    }
}
