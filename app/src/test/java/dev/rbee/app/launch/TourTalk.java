package dev.rbee.app.launch;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations in every state there can be. */
final class TourTalk {
    static final String ANSWER = """
            <think>
            Two structures are compared. Keep it short: when to take which, a table, one example.
            </think>

            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps keys **in order**. Rule of thumb:

            1. You only look things up: take the hash map.
            2. You need ranges, like `from <= key < to`: take the tree.
               - it also keeps neighbours together on disk
               - and it never rehashes

            | | Hash map | B-tree |
            |---|:---:|---:|
            | Lookup | O(1) | O(log n) |
            | Range | no | yes |

            ```java
            var ages = new TreeMap<String, Integer>();
            ages.put("Bea", 3); // days
            ages.headMap("C").forEach((name, age) -> System.out.println(name + " is " + age + " days old"));
            ```

            > Measure before you choose.
            """;

    private static final String SHORT =
            "Ask which question comes most often. **Ranges**: the tree. **One key**: the map.";

    private final Stand at;

    TourTalk(Stand at) {
        this.at = at;
    }

    /** One after the other, each in a chat of its own that is deleted then. */
    void all() {
        at.page("chat");
        at.act(this::states);
        at.shot("chat-states");
        beside();
        waits();
        at.press("target-picker");
        at.popup("chat-picker");
        at.type("chat-search", "hash map");
        at.shot("chat-search");
        at.type("chat-search", "zebra in the kitchen");
        at.shot("chat-search-none");
        at.type("chat-search", "");
        at.act(() -> at.graph().chats.fresh());
        at.shot("chat-new");
    }

    private ChatTree fresh() {
        at.graph().chats.fresh();
        return at.graph().chats.open().get();
    }

    private void states() {
        ChatTree tree = fresh();
        Message said = tree.say(
                "Tell me a long story about bees.", List.of(new Attachment("notes-on-bees.md", "x ".repeat(900))));
        answer(tree, said, "Once upon a time", State.STOPPED, null);
        answer(
                tree,
                tree.say("And another one?", List.of()),
                "There was a",
                State.FAILED,
                Problem.of(
                        ProblemCode.WORKER_LOST,
                        "The answer ended too early: worker w-2 is gone.",
                        "Ask again; another worker will take it."));
        answer(tree, tree.say("Are you still there?", List.of()), "Yes, and I have more than", State.STREAMING, null);
    }

    private void beside() {
        at.host().queen().chat().prepare(SHORT);
        at.act(() -> at.graph().chats.fresh());
        at.press("beside");
        at.type("composer", "When would you take a B-tree instead of a hash map?");
        at.enter("composer");
        Stand.settle(2);
        at.shot("chat-pair");
        at.press("keep-1");
        at.press("beside");
    }

    private static Message answer(ChatTree tree, Message said, String text, State state, @Nullable Problem why) {
        Message answer = tree.answer(said);
        tree.from(answer, new Source("Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", "w-3", "this-machine", false));
        tree.append(answer, text);
        if (state != State.STREAMING) {
            tree.finish(answer, state, new Figures(1500, 312, 58.3, 212.0, 5000.0, "stop", 8192), why);
        }
        return answer;
    }

    /** The worker is busy: the place in its queue, and how long that takes. */
    private void waits() {
        at.host().queen().chat().prepare("");
        at.act(() -> at.graph().chats.fresh());
        at.type("composer", "How do bees find home?");
        at.host().queen().stats(312, 3, List.of(new QueueInfo("Llama-3.3-70B-Instruct-Q4_K_M", 3, 42.0)));
        at.enter("composer");
        at.shot("chat-waits");
        at.host().queen().stats(312, 2);
        at.press("stop");
        at.host().queen().chat().prepare(ANSWER);
    }
}
