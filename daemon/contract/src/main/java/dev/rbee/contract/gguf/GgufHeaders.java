package dev.rbee.contract.gguf;

import dev.rbee.contract.models.ModelHeader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The short form of a header that travels with a model's entry. */
final class GgufHeaders {
    private GgufHeaders() {}

    static ModelHeader of(GgufInfo info) {
        GgufShape shape = info.shape();
        GgufWeights weights = info.weights();
        return new ModelHeader(
                info.architecture(),
                weights.bytes(),
                weights.expertBytes(),
                share(shape),
                shape.blocks(),
                shape.embedding(),
                shape.heads(),
                shape.headsKv() == null ? shape.heads() : shape.headsKv(),
                head(shape, shape.keyLength()),
                head(shape, shape.valueLength()),
                shape.feedForward(),
                info.tokenizer().vocabulary() == 0
                        ? null
                        : Integer.valueOf(info.tokenizer().vocabulary()),
                shape.context(),
                info.cache().window() == 0 ? null : Integer.valueOf(info.cache().window()),
                info.quantization(),
                info.cache().perToken(),
                info.cache().perWindowToken(),
                info.cache().stateBytes(),
                weights.tokenBytes(),
                weights.outputBytes(),
                info.embeddingOnly(),
                types(weights));
    }

    private static Map<String, Long> types(GgufWeights weights) {
        Map<String, Long> types = new TreeMap<>();
        weights.multiplied().forEach((type, bytes) -> types.put(type.name(), bytes));
        return types;
    }

    private static @Nullable Double share(GgufShape shape) {
        Integer experts = shape.experts();
        Integer used = shape.expertsUsed();
        return experts == null || used == null ? null : Double.valueOf(Math.min(1, (double) used / experts));
    }

    private static @Nullable Integer head(GgufShape shape, @Nullable Integer said) {
        Integer heads = shape.heads();
        if (said != null) {
            return said;
        }
        return heads == null || shape.embedding() == null ? null : Integer.valueOf(shape.embedding(0) / heads);
    }
}
