package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.remote.ChatApi.Message;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final Conversation conversation = new Conversation("c");

    @Test
    void theFirstWordsNameIt() {
        assertEquals(Conversation.NEW, conversation.title().get());
        conversation.say("  Compare a hash map\nwith a tree");
        conversation.say("and now?");
        assertEquals("Compare a hash map", conversation.title().get());
    }

    @Test
    void whatWasAnsweredGoesAlongWhatFailedDoesNot() {
        Exchange first = conversation.say("one");
        first.answer().get().append("1");
        first.answer().get().done(new Answer.Figures(1, null, 5));
        Exchange failed = conversation.say("two");
        failed.answer().get().failed(Problem.of(ProblemCode.NO_WORKER, "nobody", null));
        Exchange last = conversation.say("three");
        assertEquals(
                List.of(new Message("user", "one"), new Message("assistant", "1"), new Message("user", "three")),
                conversation.upTo(last));
        assertEquals(List.of(new Message("user", "one")), conversation.upTo(first));
    }

    @Test
    void anEndedAnswerTakesNoLateTokens() {
        Answer answer = conversation.say("one").answer().get();
        answer.append("a");
        answer.stopped(null);
        answer.append("b");
        answer.done(new Answer.Figures(2, null, 1));
        assertEquals("a", answer.text().get());
        assertEquals(Answer.State.STOPPED, answer.state().get());
        assertTrue(answer.ended());
    }
}
