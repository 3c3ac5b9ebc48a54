package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaBridge;

/**
 * Embeddings, one after the other on one thread. The library keeps the number of every embedding it ever made in a list
 * that each later answer is compared with; it is made to forget them here.
 */
final class Embedder {
    /** Numbers the library uses up per embedding: the task's and that of the wake-up that follows it. */
    private static final int NUMBERS = 2;

    private static final int MARGIN = 8;

    private final LlamaBridge llama;
    private int made;

    Embedder(LlamaBridge llama) {
        this.llama = llama;
    }

    /** The vector of a text, of length 1 whatever the library made of it. */
    synchronized float[] embed(String text) {
        float[] vector = llama.embed(text);
        int about = made++ * NUMBERS;
        for (int task = Math.max(0, about - MARGIN); task <= about + MARGIN; task++) {
            llama.release(task);
        }
        return normalised(vector);
    }

    static float[] normalised(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        double length = Math.sqrt(sum);
        float[] unit = vector.clone();
        for (int i = 0; length > 0 && i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
