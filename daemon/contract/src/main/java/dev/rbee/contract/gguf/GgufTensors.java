package dev.rbee.contract.gguf;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tensor part of a header, checked as strictly as llama.cpp does and for what it would read past the end. */
final class GgufTensors {
    private static final int MAX_NAME = 63;

    private final Map<GgufType, Long> weights = new EnumMap<>(GgufType.class);
    private final Map<GgufType, Long> multiplied = new EnumMap<>(GgufType.class);
    private final Set<String> names = new HashSet<>();
    private final int alignment;
    private final int count;
    private long parameters;
    private long bytes;
    private long expertBytes;
    private long tokenBytes;
    private long outputBytes;
    private long end;

    GgufTensors(GgufInput in, int count, int alignment) throws IOException {
        this.alignment = alignment;
        this.count = count;
        for (int i = 0; i < count; i++) {
            tensor(in);
        }
    }

    GgufWeights weights() {
        return new GgufWeights(weights, count, bytes, expertBytes, tokenBytes, outputBytes, multiplied);
    }

    /** End of the last tensor, from the beginning of the data; the padding after it may be missing in a file. */
    long end() {
        return end;
    }

    private void tensor(GgufInput in) throws IOException {
        String name = in.text("the length of a tensor's name", "", MAX_NAME);
        if (!names.add(name)) {
            throw new GgufFault("the tensor \"" + name + "\" is there twice");
        }
        long dimensions = in.u32();
        if (dimensions > 4) {
            throw new GgufFault("the tensor \"" + name + "\" has " + dimensions + " dimensions, more than 4");
        }
        long elements = 1;
        long row = 1;
        for (int d = 0; d < dimensions; d++) {
            long length = in.u64("a dimension of", name, Long.MAX_VALUE);
            row = d == 0 ? length : row;
            elements = times(elements, length, name);
        }
        int id = in.i32();
        GgufType type = GgufType.of(id);
        if (type == null) {
            throw new GgufFault("the tensor \"" + name + "\" has the type " + id + ", which rbee does not know");
        }
        if (row % type.block() != 0) {
            throw new GgufFault("the tensor \"" + name + "\" has rows of " + row + ", no multiple of " + type.block());
        }
        long offset = in.u64("the place of", name, Long.MAX_VALUE);
        if (offset != bytes) {
            throw new GgufFault("the tensor \"" + name + "\" lies at " + offset + ", expected at " + bytes);
        }
        long size = times(elements / type.block(), type.bytes(), name);
        end = Math.addExact(offset, size);
        long padded = padded(size);
        bytes = Math.addExact(bytes, padded);
        parameters = Math.addExact(parameters, elements);
        weights.merge(type, elements, Long::sum);
        boolean table = name.equals("token_embd.weight") || name.startsWith("per_layer_token_embd");
        multiplied.merge(type, table ? 0L : padded, Long::sum);
        count(name, padded, table);
    }

    private void count(String name, long size, boolean table) {
        if (name.contains("_exps.")) {
            expertBytes += size;
        } else if (table) {
            tokenBytes += size;
        } else if (name.equals("output.weight")) {
            outputBytes += size;
        }
    }

    private long padded(long size) {
        return Math.addExact(size, alignment - 1L) / alignment * alignment;
    }

    private static long times(long a, long b, String name) {
        if (a == 0 || b == 0) {
            throw new GgufFault("the tensor \"" + name + "\" is empty");
        }
        return Math.multiplyExact(a, b);
    }
}
