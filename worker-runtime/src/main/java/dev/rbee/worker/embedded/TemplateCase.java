package dev.rbee.worker.embedded;

import dev.rbee.worker.engine.ChatTurn;
import java.util.ArrayList;
import java.util.List;

/** What a template is tried with. */
enum TemplateCase {
    /** A question. */
    QUESTION(turns("user")),
    /** A conversation. */
    CHAT(turns("user", "assistant", "user")),
    /** A conversation with a system message. */
    SYSTEM(turns("system", "user", "assistant", "user")),
    /** Roles as clients send them when nobody looks. */
    ANY_ORDER(turns("user", "user", "assistant", "assistant", "system", "user")),
    /** Nothing from the user. */
    ASSISTANT_FIRST(turns("system", "assistant"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
    private final List<ChatTurn> turns;

    TemplateCase(List<ChatTurn> turns) {
        this.turns = turns;
    }

    List<ChatTurn> turns() {
        return turns;
    }

    /** Whether everything that was said is in the prompt; templates drop what they do not like without a word. */
    boolean complete(String prompt) {
        return turns.stream().allMatch(turn -> prompt.contains(turn.content()));
    }

    private static List<ChatTurn> turns(String... roles) {
        List<ChatTurn> turns = new ArrayList<>();
        for (String role : roles) {
            turns.add(new ChatTurn(role, "Qw" + turns.size() + role + "Zx"));
        }
        return List.copyOf(turns);
    }
}
