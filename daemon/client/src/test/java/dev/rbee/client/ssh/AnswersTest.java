package dev.rbee.client.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static String @Nullable [] asked(Answers answers, boolean echo, String... prompts) {
        boolean[] echoes = new boolean[prompts.length];
        java.util.Arrays.fill(echoes, echo);
        return answers.promptKeyboardInteractive("u@h", "", "", prompts, echoes);
    }

    @Test
    void thePasswordIsSaidOnceForEachWayOfAsking() {
        Answers answers = new Answers("secret");
        assertFalse(answers.said());
        assertTrue(answers.promptPassword("Password"));
        assertFalse(answers.promptPassword("Password"), "a wrong one is not said again");
        assertArrayEquals(new String[] {"secret"}, asked(answers, false, "(u@h) Password: "));
        assertNull(asked(answers, false, "Password: "));
        assertTrue(answers.said());
        assertNull(answers.unanswerable());
    }

    @Test
    void otherQuestionsNeverHearIt() {
        Answers answers = new Answers("secret");
        assertNull(asked(answers, false, "Verification code: "));
        assertEquals("Verification code:", answers.unanswerable());
        assertNull(asked(answers, true, "Password (shown): "));
        assertNull(asked(answers, false, "Password: ", "Code: "));
        assertFalse(answers.said());
        assertArrayEquals(new String[0], asked(answers, false), "a notice without a question is taken");
    }

    @Test
    void withoutOneNothingIsSaid() {
        Answers answers = new Answers(null);
        assertFalse(answers.promptPassword("Password"));
        assertNull(asked(answers, false, "Password: "));
        assertFalse(answers.said());
        assertFalse(answers.promptYesNo("Trust it?"));
    }
}
