package dev.rbee.worker.template;

import dev.rbee.worker.engine.ChatTurn;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings turns into the order a template takes. Templates raise an error for a system message they do not know or for two
 * turns of the same role, and that error would end the process; so nothing reaches them that was not tried.
 */
final class TurnOrder {
    private static final String GAP = "\n\n";

    private TurnOrder() {}

    static List<ChatTurn> fit(List<ChatTurn> turns, TemplateVerdict verdict) {
        if (verdict.anyOrder() && verdict.system()) {
            return turns;
        }
        StringBuilder system = new StringBuilder();
        List<ChatTurn> rest = new ArrayList<>();
        for (ChatTurn turn : turns) {
            if (turn.role().equals("system")) {
                system.append(system.isEmpty() ? "" : GAP).append(turn.content());
            } else if (!rest.isEmpty() && rest.getLast().role().equals(turn.role())) {
                ChatTurn last = rest.removeLast();
                rest.add(new ChatTurn(last.role(), last.content() + GAP + turn.content()));
            } else {
                rest.add(turn);
            }
        }
        if (rest.isEmpty() || !rest.getFirst().role().equals("user")) {
            rest.addFirst(new ChatTurn("user", ""));
        }
        if (!rest.getLast().role().equals("user")) {
            rest.add(new ChatTurn("user", ""));
        }
        if (!system.isEmpty()) {
            if (verdict.system()) {
                rest.addFirst(new ChatTurn("system", system.toString()));
            } else {
                ChatTurn first = rest.removeFirst();
                String joined = first.content().isEmpty() ? system.toString() : system + GAP + first.content();
                rest.addFirst(new ChatTurn("user", joined));
            }
        }
        return rest;
    }
}
