package dev.rbee.contract.gguf;

/**
 * What a model keeps of each conversation.
 *
 * @param perToken numbers (keys and values) for each token of context, over the layers that see all of it
 * @param perWindowToken the same over the layers that see a window only
 * @param window tokens they see; 0 where there are no such layers
 * @param stateBytes for each slot, whatever its context: of recurrent layers
 */
public record GgufCache(long perToken, long perWindowToken, int window, long stateBytes) {
    /** Nothing is kept. */
    public static final GgufCache NONE = new GgufCache(0, 0, 0, 0);
}
