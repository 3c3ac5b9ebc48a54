package dev.rbee.worker.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.worker.engine.ChatTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Renders chats: through the model's template as far as a trial has shown that it survives that, else as ChatML. */
public final class ChatTemplate {
    private final TemplateVerdict verdict;
    private final UnaryOperator<String> apply;

    /**
     * @param apply the library's call, from its JSON to the prompt
     */
    public ChatTemplate(TemplateVerdict verdict, UnaryOperator<String> apply) {
        this.verdict = verdict;
        this.apply = apply;
    }

    /** The prompt of a chat. Throws {@link IllegalArgumentException} for one without turns: that would end the process. */
    public String render(List<ChatTurn> turns) {
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a chat has at least one message");
        }
        Optional<PrivateUse> map =
                PrivateUse.over(turns.stream().map(ChatTurn::content).toList());
        if (!verdict.chat() || map.isEmpty()) {
            return ChatMl.render(turns);
        }
        List<ChatTurn> fitting = new ArrayList<>();
        for (ChatTurn turn : TurnOrder.fit(turns, verdict)) {
            fitting.add(new ChatTurn(turn.role(), map.get().protect(turn.content())));
        }
        return map.get().restore(apply.apply(json(fitting)));
    }

    /** The library's JSON for a chat. */
    public static String json(List<ChatTurn> turns) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode messages = body.putArray("messages");
        for (ChatTurn turn : turns) {
            messages.addObject().put("role", turn.role()).put("content", turn.content());
        }
        return Json.write(body);
    }
}
