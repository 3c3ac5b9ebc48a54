package de.kherud.llama;

import java.lang.reflect.Field;
import java.util.function.Supplier;

/**
 * The only door to the native library, in its package because what is needed is package-private there. It checks what
 * every call has in common; what a call carries is checked by its callers.
 *
 * <p>Every method blocks natively and pins a virtual thread, therefore throws {@link IllegalStateException} on one.
 * Nothing may be called after the process is told to end; the library frees nothing, the process's end does.
 */
public final class LlamaBridge {
    private final LlamaModel model;

    private LlamaBridge(LlamaModel model) {
        this.model = model;
    }

    /**
     * Loads the one model of this process; blocks for as long as that takes.
     *
     * @throws LlamaFailure where the library can't load the file
     */
    public static LlamaBridge load(ModelParameters parameters) {
        platform();
        LlamaModel model = call(() -> new LlamaModel(parameters));
        // The library only prints what it dislikes about its parameters and returns with nothing behind the handle; the
        // first call would then end the process.
        if (handle(model) == 0) {
            throw new LlamaFailure("the library refused its parameters");
        }
        return new LlamaBridge(model);
    }

    /** Tokens of a text, without those that mark beginning and end. */
    public int[] encode(String text) {
        platform();
        return call(() -> model.encode(text));
    }

    /** Puts messages through the model's template. Ends the process where the template fails: try it in a child first. */
    public String applyTemplate(String json) {
        platform();
        return call(() -> model.applyTemplate(json));
    }

    /** Hands in a completion and returns its task; does not wait. The JSON has to be sound: the library does not check. */
    public int request(String json) {
        platform();
        return call(() -> model.requestCompletion(json));
    }

    /** Waits for the next piece of a task. Never returns for a task that was cancelled: only its reader may cancel it. */
    public Piece receive(int task) {
        platform();
        LlamaOutput output = call(() -> model.receiveCompletion(task));
        return new Piece(output.text, output.stop);
    }

    /** Ends a task; its slot is free before the next token. To be called by the task's reader only. */
    public void cancel(int task) {
        platform();
        model.cancelCompletion(task);
    }

    /** The embedding of a text; blocks. */
    public float[] embed(String text) {
        platform();
        return call(() -> model.embed(text));
    }

    /** Makes the library forget a task nobody waits for; harmless for one it does not know. */
    public void release(int task) {
        platform();
        model.releaseTask(task);
    }

    /** A piece of an answer; {@code last} ends it and carries no text. */
    public record Piece(String text, boolean last) {}

    private static <T> T call(Supplier<T> nativeCall) {
        try {
            return nativeCall.get();
        } catch (LlamaException e) {
            throw new LlamaFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static void platform() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a native call on a virtual thread would pin its carrier");
        }
    }

    private static long handle(LlamaModel model) {
        try {
            Field field = LlamaModel.class.getDeclaredField("ctx");
            field.setAccessible(true);
            return field.getLong(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the library rbee was built for", e);
        }
    }
}
