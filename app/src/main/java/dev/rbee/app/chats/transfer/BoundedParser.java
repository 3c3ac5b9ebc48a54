package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets only so many pieces of JSON pass between two rests: small ones take far more memory than their bytes. */
final class BoundedParser extends JsonParserDelegate {
    private static final Words WORDS = Words.of(BoundedParser.class);

    private final int most;
    private int passed;

    BoundedParser(JsonParser parser, int most) {
        super(parser);
        this.most = most;
    }

    /** The next chat begins. */
    void rest() {
        passed = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        passed++;
        if (passed > most) {
            throw ProblemException.of(
                    ProblemCode.BODY_TOO_LARGE,
                    WORDS.get("a.chat.in.this.file.3", String.valueOf(most)),
                    WORDS.get("take.it.out.of.the"));
        }
        return super.nextToken();
    }

    @Override
    public @Nullable String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }

    @Override
    public @Nullable String nextTextValue() throws IOException {
        return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
    }
}
