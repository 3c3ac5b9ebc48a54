package dev.rbee.worker.grammar;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/**
 * Checks grammars in llama.cpp's notation. The library ignores one it can't read, without a word; one that calls itself
 * before it takes a character ends the process.
 */
public final class Gbnf {
    private Gbnf() {}

    /** The grammar itself. Throws {@code invalid_grammar} with what is wrong and where. */
    public static String checked(String grammar) {
        try {
            check(grammar);
            return grammar;
        } catch (GbnfFault e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.INVALID_GRAMMAR,
                            "The grammar is not valid: " + e.getMessage() + ".",
                            "grammar",
                            "Write GBNF with a rule \"root\", for instance: root ::= \"yes\" | \"no\".",
                            null),
                    e);
        }
    }

    static void check(String grammar) {
        new GbnfRules(new GbnfParser(grammar).parse()).check();
    }
}
