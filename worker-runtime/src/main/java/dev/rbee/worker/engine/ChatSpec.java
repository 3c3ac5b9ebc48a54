package dev.rbee.worker.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat as a {@link ChatEngine} takes it. Whoever makes one has checked every field and left out those that are not known; images are
 * {@code data:} addresses, never ones to be fetched.
 *
 * @param id of the request
 * @param messages in OpenAI's form, at least one: {@code role}, {@code content} (text, or parts of the types {@code text} and
 *     {@code image_url}), {@code name}, {@code tool_calls}, {@code tool_call_id}, {@code reasoning_content}
 * @param tools in OpenAI's form, or null: none
 * @param images whether a message has one
 * @param maxTokens at most as many, or null: until the context is full
 * @param stop texts that end the answer and are not part of it
 * @param grammar GBNF that was checked, or null; never together with tools
 * @param ignoreEos goes on after the model's end of turn, for tests and measurements
 * @param template further arguments of the model's template, as in {@code {"enable_thinking":false}}; or null
 */
public record ChatSpec(
        String id,
        ArrayNode messages,
        @Nullable Tools tools,
        boolean images,
        @Nullable Integer maxTokens,
        Sampling sampling,
        List<String> stop,
        @Nullable String grammar,
        boolean ignoreEos,
        @Nullable ObjectNode template) {
    /**
     * Tools that may be called.
     *
     * @param list in OpenAI's form, at least one
     * @param choice whether one has to be called
     * @param name of the only one to be called with {@link Choice#NAMED}, else null
     * @param parallel whether several may be called in one answer; null: the model's own way
     */
    public record Tools(
            ArrayNode list,
            Choice choice,
            @Nullable String name,
            @Nullable Boolean parallel) {}

    /** Whether a tool has to be called; {@code none} is no tools at all. */
    public enum Choice {
        /** as the model likes */
        AUTO,
        /** some tool */
        REQUIRED,
        /** the one that is named */
        NAMED
    }
}
