package dev.rbee.worker.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbnfTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root ::= \"yes\" | \"no\"",
                "root ::= [a-zA-Z_] [^\\x00-\\x1F]* # a comment\n",
                "root ::= item (\",\" item)*\nitem ::= [0-9]{1,3} | \"(\" root \")\"",
                "root  ::= \"a\" |\n  \"b\" | (\n \"c\" \"d\"? )+\n\n",
                "root ::= . \"\\u00e4\" [\\U0001F600] \"\\\"\" ws\nws ::= [ \\t\\n]*",
                "root ::= \"a\"{2} \"b\"{2,} \"c\"{0,4} \"\""
            })
    void sound(String grammar) {
        assertEquals(grammar, Gbnf.checked(grammar));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "x ::= \"a\" ~ no rule \"root\"",
                "root ::= missing ~ names \"missing\"",
                "root ::= root \"a\" | \"b\" ~ left recursion",
                "root ::= a\\na ::= b\\nb ::= \"\" a \"x\" ~ left recursion",
                "root ::= ws root\\nws ::= [ ]* ~ left recursion",
                "root ::= ([a]*)* ~ repeats nothing without end",
                "root ::= \"x\" (\"a\"?)+ ~ repeats nothing without end",
                "root ::= \"a ~ closing quote",
                "root ::= [a ~ closing bracket",
                "root ::= [] ~ empty",
                "root ::= [z-a] ~ ends before it begins",
                "root ::= * \"a\" ~ nothing to repeat",
                "root ::= (\"a\" ~ \")\" is expected",
                "root = \"a\" ~ \"::=\" is expected",
                "root ::= \"a\" \"\\q\" ~ no escape",
                "root ::= \"a\"{3,1} ~ ends before it begins",
                "root ::= \"a\"{99999} ~ number of times",
                "root ::= \"a\" } ~ a new line or the end",
                "root ::= \"a\"\\nroot ::= \"b\" ~ there twice",
                "root ::= ((\"abcdefghij\"{999}){999}){999} ~ too large"
            })
    void wrong(String grammar, String why) {
        Problem problem = problem(grammar.replace("\\n", "\n"));
        assertEquals(ProblemCode.INVALID_GRAMMAR, problem.code());
        assertTrue(problem.message().contains(why), problem.message());
        assertEquals("grammar", problem.param());
    }

    @Test
    void depthAndSizeHaveAnEnd() {
        assertTrue(problem("root ::= " + "(".repeat(5_000) + "\"a\"" + ")".repeat(5_000))
                .message()
                .contains("deep"));
        assertTrue(problem("root ::= \"" + "a".repeat(300_000) + "\"").message().contains("characters"));
        StringBuilder chain = new StringBuilder("root ::= r0\n");
        for (int i = 0; i < 4_000; i++) {
            chain.append("r").append(i).append(" ::= r").append(i + 1).append('\n');
        }
        assertTrue(problem(chain.append("r4000 ::= \"a\"").toString()).message().contains("begin with one another"));
    }

    private static Problem problem(String grammar) {
        return assertThrows(ProblemException.class, () -> Gbnf.checked(grammar)).problem();
    }
}
