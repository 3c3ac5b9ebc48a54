package dev.rbee.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes models of any size that load and run and know nothing: llama's architecture, all weights zero, so that the file is sparse and takes hardly
 * any disk. What they answer is of no use; what they take of memory and time is that of a real one of their shape.
 *
 * @param layers blocks
 * @param width of the embedding
 * @param heads attention heads
 * @param headsKv heads of keys and values
 * @param feedForward width of the feed-forward layer
 * @param vocabulary tokens, at least 300
 * @param context trained with
 * @param weights of the matrices
 */
public record SyntheticGguf(
        int layers, int width, int heads, int headsKv, int feedForward, int vocabulary, int context, Weights weights) {
    /** Types of weights. */
    public enum Weights {
        /** 16 bits */
        F16(1, 1, 1, 2),
        /** 8 bits */
        Q8_0(7, 8, 32, 34),
        /** 4 bits */
        Q4_0(2, 2, 32, 18),
        /** 4 bits, k-quant */
        Q4_K(15, 12, 256, 144);

        private final int file;
        private final int type;
        private final int block;
        private final int bytes;

        Weights(int file, int type, int block, int bytes) {
            this.file = file;
            this.type = type;
            this.block = block;
            this.bytes = bytes;
        }
    }

    /** Writes it. */
    public void write(Path file) throws IOException {
        Out keys = new Out();
        int count = keys(keys);
        Out tensors = new Out();
        long end = tensors(tensors);
        Out head = new Out();
        head.i32(0x46554747).i32(3).i64(3 + 9L * layers).i64(count);
        head.raw(keys).raw(tensors);
        while (head.bytes.size() % 32 != 0) {
            head.bytes.write(0);
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head.bytes.toByteArray());
            out.setLength(head.bytes.size() + end);
        }
    }

    private int keys(Out out) {
        out.key("general.architecture", "llama").key("general.file_type", weights.file);
        out.key("llama.block_count", layers).key("llama.context_length", context);
        out.key("llama.embedding_length", width).key("llama.feed_forward_length", feedForward);
        out.key("llama.attention.head_count", heads).key("llama.attention.head_count_kv", headsKv);
        out.key("llama.rope.dimension_count", width / heads).key("llama.vocab_size", vocabulary);
        out.text("llama.attention.layer_norm_rms_epsilon").i32(6).i32(Float.floatToIntBits(1e-5f));
        out.key("tokenizer.ggml.model", "llama");
        out.text("tokenizer.ggml.tokens").i32(9).i32(8).i64(vocabulary);
        for (int token = 0; token < vocabulary; token++) {
            out.text(token(token));
        }
        out.text("tokenizer.ggml.scores").i32(9).i32(6).i64(vocabulary);
        for (int token = 0; token < vocabulary; token++) {
            out.i32(Float.floatToIntBits(-token));
        }
        out.text("tokenizer.ggml.token_type").i32(9).i32(5).i64(vocabulary);
        for (int token = 0; token < vocabulary; token++) {
            out.i32(type(token));
        }
        out.key("tokenizer.ggml.bos_token_id", 1).key("tokenizer.ggml.eos_token_id", vocabulary - 1);
        out.key("tokenizer.ggml.unknown_token_id", 0);
        return 18;
    }

    /**
     * Every byte is a token, so that each letter of a prompt is one. The end is the last of all: all are equally likely, and of those an engine
     * takes the first, so that answers go on until they are stopped.
     */
    private String token(int token) {
        if (token == vocabulary - 1) {
            return "</s>";
        }
        return switch (token) {
            case 0 -> "<unk>";
            case 1 -> "<s>";
            case 2 -> "t2";
            default -> token < 259 ? "<0x%02X>".formatted(token - 3) : token == 259 ? "\u2581" : "t" + token;
        };
    }

    /** As llama.cpp numbers them: 1 normal, 2 unknown, 3 control, 6 byte. */
    private int type(int token) {
        if (token == 0) {
            return 2;
        }
        if (token == 1 || token == vocabulary - 1) {
            return 3;
        }
        return token > 2 && token < 259 ? 6 : 1;
    }

    private long tensors(Out out) {
        int keys = width / heads * headsKv;
        long at = matrix(out, 0, "token_embd.weight", width, vocabulary);
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            at = norm(out, at, block + "attn_norm.weight");
            at = matrix(out, at, block + "attn_q.weight", width, width);
            at = matrix(out, at, block + "attn_k.weight", width, keys);
            at = matrix(out, at, block + "attn_v.weight", width, keys);
            at = matrix(out, at, block + "attn_output.weight", width, width);
            at = norm(out, at, block + "ffn_norm.weight");
            at = matrix(out, at, block + "ffn_gate.weight", width, feedForward);
            at = matrix(out, at, block + "ffn_up.weight", width, feedForward);
            at = matrix(out, at, block + "ffn_down.weight", feedForward, width);
        }
        at = norm(out, at, "output_norm.weight");
        return matrix(out, at, "output.weight", width, vocabulary);
    }

    private long norm(Out out, long at, String name) {
        out.text(name).i32(1).i64(width).i32(0).i64(at);
        return at + 4L * width;
    }

    private long matrix(Out out, long at, String name, long row, long rows) {
        out.text(name).i32(2).i64(row).i64(rows).i32(weights.type).i64(at);
        return at + (row / weights.block * rows * weights.bytes + 31) / 32 * 32;
    }

    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out i32(int value) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Out i64(long value) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }

        Out text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            i64(utf8.length);
            bytes.writeBytes(utf8);
            return this;
        }

        Out key(String key, String value) {
            return text(key).i32(8).text(value);
        }

        Out key(String key, int value) {
            return text(key).i32(4).i32(value);
        }

        Out raw(Out other) {
            bytes.writeBytes(other.bytes.toByteArray());
            return this;
        }
    }
}
