package dev.rbee.contract.gguf;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of a file or of all parts of a model.
 *
 * @param elements number of weights by type
 * @param tensors number of tensors
 * @param bytes of all, padding included
 * @param expertBytes of them those of experts
 * @param tokenBytes of them the table of tokens, which stays in main memory
 * @param outputBytes of them the table of the output; 0 where that is the table of tokens
 * @param multiplied bytes by type of all but the table of tokens; every type is in it
 */
public record GgufWeights(
        Map<GgufType, Long> elements,
        int tensors,
        long bytes,
        long expertBytes,
        long tokenBytes,
        long outputBytes,
        Map<GgufType, Long> multiplied) {
    /** Copies. */
    public GgufWeights {
        elements = Map.copyOf(elements);
        multiplied = Map.copyOf(multiplied);
    }

    /** Number of weights. */
    public long parameters() {
        return elements.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every type in it. */
    public Set<GgufType> types() {
        return elements.keySet();
    }

    /** The type most weights have. */
    public GgufType mostUsed() {
        return elements.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<GgufType, Long> each) -> each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(GgufType.F32);
    }

    /** Both together. Throws {@link ArithmeticException} beyond 64 bits. */
    public GgufWeights plus(GgufWeights other) {
        return new GgufWeights(
                sum(elements, other.elements),
                Math.addExact(tensors, other.tensors),
                Math.addExact(bytes, other.bytes),
                Math.addExact(expertBytes, other.expertBytes),
                Math.addExact(tokenBytes, other.tokenBytes),
                Math.addExact(outputBytes, other.outputBytes),
                sum(multiplied, other.multiplied));
    }

    private static Map<GgufType, Long> sum(Map<GgufType, Long> a, Map<GgufType, Long> b) {
        Map<GgufType, Long> sum = new EnumMap<>(GgufType.class);
        sum.putAll(a);
        b.forEach((type, count) -> sum.merge(type, count, Math::addExact));
        return sum;
    }
}
