package dev.rbee.contract.inference;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Data objects of the {@code POST /v1/infer} stream. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InferEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = InferEvent.Token.class, name = "token"),
    @JsonSubTypes.Type(value = InferEvent.Metrics.class, name = "metrics"),
    @JsonSubTypes.Type(value = InferEvent.End.class, name = "end"),
    @JsonSubTypes.Type(value = InferEvent.Failed.class, name = "error")
})
public sealed interface InferEvent {
    /** The worker took it. */
    record Started(String requestId, String workerId, String model, int promptTokens, int context)
            implements InferEvent {}

    /** A piece of text; {@code index} counts pieces from 0. */
    record Token(String token, int index) implements InferEvent {}

    /** Once, before the end. */
    record Metrics(Usage usage, Timings timings) implements InferEvent {}

    /** The last one of a good answer; {@code finish_reason} is stop or length. */
    record End(String requestId, String finishReason, int tokens, String text) implements InferEvent {}

    /** The last one of a bad one. */
    record Failed(String code, String message, @Nullable String hint) implements InferEvent {}
}
