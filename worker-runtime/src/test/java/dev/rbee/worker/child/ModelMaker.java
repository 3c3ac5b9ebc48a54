package dev.rbee.worker.child;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes models from the demo's tokenizer: with another template, or larger and slower ones with weights by chance. */
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray"
}) // all buffers are of allocate(), nothing is shared
public final class ModelMaker {
    private static final int[] WIDTH = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final ByteBuffer demo;
    private final int tensors;

    /** From the demo. */
    public ModelMaker() throws IOException {
        demo = ByteBuffer.wrap(Files.readAllBytes(WorkerChild.DEMO)).order(ByteOrder.LITTLE_ENDIAN);
        tensors = (int) demo.getLong(8);
        int count = (int) demo.getLong(16);
        demo.position(24);
        for (int i = 0; i < count; i++) {
            String key = text();
            int start = demo.position();
            skip(demo.getInt());
            byte[] value = new byte[demo.position() - start];
            demo.get(start, value);
            keys.put(key, value);
        }
    }

    /** The demo with another chat template. */
    public Path withTemplate(Path file, String template) throws IOException {
        byte[] bytes = template.getBytes(StandardCharsets.UTF_8);
        keys.put(
                "tokenizer.chat_template",
                little(12 + bytes.length)
                        .putInt(8)
                        .putLong(bytes.length)
                        .put(bytes)
                        .array());
        int start = demo.position();
        for (int i = 0; i < tensors; i++) {
            text();
            demo.position(demo.position() + 4 + 8 * demo.getInt(demo.position()) + 12);
        }
        byte[] infos = new byte[demo.position() - start];
        demo.get(start, infos);
        int data = (demo.position() + 31) / 32 * 32;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(padded(header(tensors), infos));
            out.write(demo.array(), data, demo.capacity() - data);
        }
        return file;
    }

    /** A slow one: some 100 million weights, 208 MB; it writes nonsense. */
    public Path slow(Path file) throws IOException {
        return noise(file, 1024, 2816, 8);
    }

    /** A quick one that writes nonsense: every token is about as likely as any other. */
    public Path quick(Path file) throws IOException {
        return noise(file, 128, 256, 1);
    }

    private Path noise(Path file, int width, int inner, int layers) throws IOException {
        number("llama.context_length", 8192);
        number("llama.embedding_length", width);
        number("llama.block_count", layers);
        number("llama.feed_forward_length", inner);
        number("llama.attention.head_count", width / 64);
        number("llama.attention.head_count_kv", width / 64);
        number("llama.rope.dimension_count", 64);
        List<Tensor> all = new ArrayList<>();
        all.add(new Tensor("token_embd.weight", true, width, 1792));
        all.add(new Tensor("output_norm.weight", false, width));
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            all.add(new Tensor(block + "attn_norm.weight", false, width));
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                all.add(new Tensor(block + part + ".weight", true, width, width));
            }
            all.add(new Tensor(block + "ffn_norm.weight", false, width));
            all.add(new Tensor(block + "ffn_gate.weight", true, width, inner));
            all.add(new Tensor(block + "ffn_up.weight", true, width, inner));
            all.add(new Tensor(block + "ffn_down.weight", true, inner, width));
        }
        ByteArrayOutputStream infos = new ByteArrayOutputStream();
        long offset = 0;
        for (Tensor tensor : all) {
            infos.writeBytes(tensor.info(offset));
            offset += tensor.bytes();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(padded(header(all.size()), infos.toByteArray()));
            byte[] noise = noise();
            for (Tensor tensor : all) {
                tensor.write(out, noise);
            }
        }
        return file;
    }

    private record Tensor(String name, boolean half, int... dimensions) {
        byte[] info(long offset) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer info = little(8 + text.length + 4 + 8 * dimensions.length + 12);
            info.putLong(text.length).put(text).putInt(dimensions.length);
            for (int dimension : dimensions) {
                info.putLong(dimension);
            }
            return info.putInt(half ? 1 : 0).putLong(offset).array();
        }

        long bytes() {
            long count = half ? 2 : 4;
            for (int dimension : dimensions) {
                count *= dimension;
            }
            return count;
        }

        void write(OutputStream out, byte[] noise) throws IOException {
            if (half) {
                for (long left = bytes(); left > 0; left -= noise.length) {
                    out.write(noise, 0, (int) Math.min(left, noise.length));
                }
            } else {
                ByteBuffer ones = little((int) bytes());
                while (ones.hasRemaining()) {
                    ones.putFloat(1);
                }
                out.write(ones.array());
            }
        }
    }

    private static byte[] noise() {
        Random random = new Random(1);
        ByteBuffer noise = little(2 << 18);
        while (noise.hasRemaining()) {
            noise.putShort(Float.floatToFloat16((float) random.nextGaussian() * 0.03f));
        }
        return noise.array();
    }

    private void number(String key, int value) {
        keys.put(key, little(8).putInt(4).putInt(value).array());
    }

    private byte[] header(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(little(24)
                .putInt(0x46554747)
                .putInt(3)
                .putLong(count)
                .putLong(keys.size())
                .array());
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            byte[] text = key.getKey().getBytes(StandardCharsets.UTF_8);
            data.write(little(8).putLong(text.length).array());
            data.write(text);
            data.write(key.getValue());
        }
        return out.toByteArray();
    }

    private static byte[] padded(byte[] header, byte[] infos) {
        int length = (header.length + infos.length + 31) / 32 * 32;
        return little(length).put(header).put(infos).array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String text() {
        byte[] bytes = new byte[(int) demo.getLong()];
        demo.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void skip(int type) {
        if (type == 8) {
            text();
        } else if (type == 9) {
            int items = demo.getInt();
            long count = demo.getLong();
            for (long i = 0; i < count; i++) {
                skip(items);
            }
        } else {
            demo.position(demo.position() + WIDTH[type]);
        }
    }
}
