package dev.rbee.worker.requests;

import dev.rbee.worker.engine.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text is to be made, whatever from.
 *
 * @param maxTokens null: until the context is full
 * @param grammar GBNF that was checked, or null
 * @param continued what the answer begins with already, or null
 */
public record TextRequest(
        boolean stream,
        boolean includeUsage,
        @Nullable Integer maxTokens,
        Sampling sampling,
        List<String> stop,
        @Nullable String grammar,
        boolean ignoreEos,
        @Nullable Continued continued) {

    /** The same, held to that grammar and to nothing else. */
    public TextRequest held(String form) {
        return new TextRequest(stream, includeUsage, maxTokens, sampling, List.of(), form, false, null);
    }

    /** The same without stop texts. */
    public TextRequest without() {
        return new TextRequest(stream, includeUsage, maxTokens, sampling, List.of(), grammar, ignoreEos, continued);
    }

    static TextRequest of(Fields fields, boolean streamsByDefault, @Nullable Integer defaultMaxTokens) {
        Common.refuseWhatCannotBe(fields);
        Integer max = Common.maxTokens(fields);
        boolean ignoreEos = fields.flag("ignore_eos", false);
        String grammar = Format.grammar(fields);
        fields.refuse("ignore_eos", ignoreEos && grammar != null, "a grammar says where the answer ends");
        Continued continued = Continued.of(fields);
        fields.refuse("continue_from", continued != null && grammar != null, "a grammar begins at the beginning");
        var options = fields.get("stream_options");
        boolean usage = options != null && Fields.of(options).flag("include_usage", false);
        return new TextRequest(
                fields.flag("stream", streamsByDefault),
                usage,
                max == null ? defaultMaxTokens : max,
                Common.sampling(fields),
                fields.stop(),
                grammar,
                ignoreEos,
                continued);
    }
}
