package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request as rbee's caller made it.
 *
 * @param model the name under which rbee offers the model
 * @param stream whether the answer is an event stream
 */
public record Asked(Form form, String requestId, String workerId, String model, boolean stream, ObjectNode body) {
    /** On which route it came. */
    public enum Form {
        /** OpenAI's chat */
        CHAT,
        /** OpenAI's completion */
        COMPLETION,
        /** OpenAI's embeddings */
        EMBEDDING,
        /** rbee's own */
        INFER
    }

    /** Whether the caller wants token counts at the end of the stream. */
    boolean wantsUsage() {
        return body.path("stream_options").path("include_usage").asBoolean(false);
    }

    /** Whether the prompt goes as it is, without a chat template. */
    boolean raw() {
        return form == Form.COMPLETION
                || (form == Form.INFER && body.path("raw").asBoolean(false));
    }
}
