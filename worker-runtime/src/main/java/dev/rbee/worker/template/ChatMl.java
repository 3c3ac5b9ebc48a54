package dev.rbee.worker.template;

import dev.rbee.worker.engine.ChatTurn;
import java.util.List;

/** The form of prompt that most models at least understand: the fallback where a model's own template fails or is missing. */
public final class ChatMl {
    /** Ends a turn; a stop text where the model does not know it as a token. */
    public static final String END = "<|im_end|>";

    private ChatMl() {}

    /** The chat with the assistant's turn opened. */
    public static String render(List<ChatTurn> turns) {
        StringBuilder prompt = new StringBuilder();
        for (ChatTurn turn : turns) {
            prompt.append("<|im_start|>")
                    .append(turn.role())
                    .append('\n')
                    .append(turn.content())
                    .append(END)
                    .append('\n');
        }
        return prompt.append("<|im_start|>assistant\n").toString();
    }
}
