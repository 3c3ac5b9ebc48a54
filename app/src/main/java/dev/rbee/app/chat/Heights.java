package dev.rbee.app.chat;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The heights of the items of a long column: measured where one was in sight, guessed elsewhere. */
final class Heights<T> {
    private List<T> items = List.of();
    private double[] height = {};
    private boolean[] known = {};

    /** These are the items now; what is known of those that stay is kept. */
    void items(List<T> now, ToDoubleFunction<T> guess) {
        IdentityHashMap<T, Double> measured = new IdentityHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (known[i]) {
                measured.put(items.get(i), height[i]);
            }
        }
        items = List.copyOf(now);
        height = new double[items.size()];
        known = new boolean[items.size()];
        for (int i = 0; i < height.length; i++) {
            Double old = measured.get(items.get(i));
            known[i] = old != null;
            height[i] = old != null ? old : guess.applyAsDouble(items.get(i));
        }
    }

    /** Forgets what was measured: the width has changed. */
    void forget(ToDoubleFunction<T> guess) {
        Arrays.fill(known, false);
        for (int i = 0; i < height.length; i++) {
            height[i] = guess.applyAsDouble(items.get(i));
        }
    }

    List<T> items() {
        return items;
    }

    int size() {
        return height.length;
    }

    double get(int index) {
        return height[index];
    }

    boolean known(int index) {
        return known[index];
    }

    void measured(int index, double now) {
        height[index] = now;
        known[index] = true;
    }

    /** Of the first {@code count}. */
    double sum(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += height[i];
        }
        return sum;
    }
}
