package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/** Picks the facts out of the metadata. */
final class GgufFacts {
    private static final String PROJECTOR = "clip";

    private GgufFacts() {}

    static GgufFile of(int version, GgufMetadata data, GgufWeights weights, long size) {
        GgufSplit split = split(data);
        String architecture = data.text("general.architecture");
        if (split != null && split.number() > 0 && architecture == null) {
            return new GgufFile(GgufKind.PART, null, split, weights, size, null);
        }
        if (architecture == null || !architecture.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new GgufFault("it names no architecture");
        }
        String type = data.text("general.type");
        if (architecture.equals(PROJECTOR) || "mmproj".equals(type)) {
            return new GgufFile(GgufKind.PROJECTOR, null, split, weights, size, null);
        }
        if (split != null && split.number() > 0) {
            return new GgufFile(GgufKind.PART, null, split, weights, size, null);
        }
        if (type != null && !type.equals("model")) {
            return other(weights, size, "it is no model but of the type \"" + type + "\"");
        }
        if (weights.tensors() == 0 && split == null) {
            return other(weights, size, "it has no weights, only a vocabulary");
        }
        return new GgufFile(
                GgufKind.MODEL, info(version, architecture, data, weights, size, split), split, weights, size, null);
    }

    private static GgufFile other(GgufWeights weights, long size, String why) {
        return new GgufFile(GgufKind.OTHER, null, null, weights, size, why);
    }

    private static GgufInfo info(
            int version,
            String architecture,
            GgufMetadata data,
            GgufWeights weights,
            long size,
            @Nullable GgufSplit split) {
        Integer fileType = data.number("general.file_type");
        GgufShape shape = new GgufShapes(data, architecture).shape();
        GgufInfo info = new GgufInfo(
                version,
                architecture,
                data.text("general.name"),
                data.text("tokenizer.chat_template"),
                data.number(architecture + ".pooling_type"),
                data.flag(architecture + ".attention.causal"),
                fileType,
                GgufQuantization.of(fileType, weights),
                weights,
                size,
                shape,
                GgufCache.NONE,
                tokenizer(data),
                split,
                GgufAbout.of(data));
        return info.embeddingOnly() ? info : info.with(new GgufLayers(data, architecture, shape).cache());
    }

    private static @Nullable GgufSplit split(GgufMetadata data) {
        Integer count = data.number("split.count");
        Integer number = data.number("split.no");
        Integer tensors = data.number("split.tensors.count");
        if (count == null || number == null || count < 2) {
            return null;
        }
        if (number >= count || count > GgufSets.MOST_PARTS) {
            throw new GgufFault("it is part " + number + " of " + count + ", which cannot be");
        }
        return new GgufSplit(number, count, tensors == null ? 0 : tensors);
    }

    private static GgufTokenizer tokenizer(GgufMetadata data) {
        return new GgufTokenizer(
                data.text("tokenizer.ggml.model"),
                data.text("tokenizer.ggml.pre"),
                data.length("tokenizer.ggml.tokens"),
                data.flag("tokenizer.ggml.add_bos_token"),
                data.flag("tokenizer.ggml.add_eos_token"),
                data.number("tokenizer.ggml.bos_token_id"),
                data.number("tokenizer.ggml.eos_token_id"),
                data.number("tokenizer.ggml.eot_token_id"));
    }
}
