package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/** Picks the facts out of the metadata. */
final class GgufFacts {
    private GgufFacts() {}

    static GgufInfo of(int version, GgufMetadata data, GgufTensors tensors, int count, long size) {
        String architecture = data.text("general.architecture");
        if (architecture == null || !architecture.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new GgufFault("it names no architecture");
        }
        String type = data.text("general.type");
        if (type != null && !type.equals("model")) {
            throw new GgufFault("it is no model but of the type \"" + type + "\"");
        }
        if (count == 0) {
            throw new GgufFault("it has no weights, only a vocabulary");
        }
        Integer fileType = data.number("general.file_type");
        String quantization = GgufQuantization.name(fileType);
        return new GgufInfo(
                version,
                architecture,
                data.text("general.name"),
                data.text("tokenizer.chat_template"),
                data.number(architecture + ".pooling_type"),
                data.flag(architecture + ".attention.causal"),
                fileType,
                quantization == null ? tensors.mostUsed().name() : quantization,
                tensors.parameters(),
                count,
                tensors.types(),
                tensors.bytes(),
                size,
                shape(data, architecture),
                tokenizer(data));
    }

    private static GgufShape shape(GgufMetadata data, String architecture) {
        return new GgufShape(
                positive(data, architecture + ".context_length"),
                positive(data, architecture + ".embedding_length"),
                positive(data, architecture + ".block_count"),
                positive(data, architecture + ".attention.head_count"),
                positive(data, architecture + ".attention.head_count_kv"),
                positive(data, architecture + ".attention.key_length"),
                positive(data, architecture + ".attention.value_length"));
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

    private static @Nullable Integer positive(GgufMetadata data, String key) {
        Integer number = data.number(key);
        return number == null || number == 0 ? null : number;
    }
}
