package dev.rbee.worker.engine;

/**
 * An engine that takes whole chats: it puts them through the model's template itself, calls tools the way the model was trained to, keeps
 * its thoughts apart from its answer, and sees images where {@link EngineFacts#vision} says so. Where an engine is one, chats go this way;
 * {@link Engine#render} is for the beginning of an answer that another worker gave.
 */
public interface ChatEngine extends Engine {
    /**
     * Whether the model's template knows tools. Where it does not, they are told in the prompt, as for any other engine, and chats with tools or
     * with their results do not come this way.
     */
    boolean knowsTools();

    /**
     * Hands in a chat. Blocks shortly; waits for a slot in the background. Throws {@code generation_unsupported}, {@code queue_full},
     * {@code images_unsupported} where the chat has images and the model does not read them, {@code tools_unsupported}. What is only
     * known once the prompt was made, {@code context_length_exceeded} for instance, may also be thrown here or be its only event.
     */
    Generation chat(ChatSpec spec);
}
