package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Answers that stand side by side until one of them is kept. JavaFX thread only. */
final class Pairs {
    private final Map<Message, List<Message>> byQuestion = new WeakHashMap<>();

    /** These two answer that question side by side. */
    void put(Message question, Message one, Message two) {
        byQuestion.put(question, List.of(one, two));
    }

    /** Both, where that answer is one of two; empty otherwise. */
    List<Message> of(ChatTree tree, Message answer) {
        Message question = tree.parent(answer);
        List<Message> both = question == null ? null : byQuestion.get(question);
        List<Message> there = question == null ? List.of() : tree.siblings(answer);
        return both != null && both.contains(answer) && there.containsAll(both) ? both : List.of();
    }

    /** Of that question only one is shown from now on. */
    void settle(Message question) {
        byQuestion.remove(question);
    }

    /** All questions of that path are settled. */
    void settle(List<Message> path) {
        new ArrayList<>(path).forEach(byQuestion::remove);
    }
}
