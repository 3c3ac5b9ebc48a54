package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/**
 * Turns a JSON schema into a grammar, here and not in the library, which ends the process over a schema it does not
 * understand. What can't be enforced is refused, so that a promise of form is kept.
 */
public final class SchemaGrammar {
    private SchemaGrammar() {}

    /** The grammar of a schema. Throws {@code invalid_schema} with the place and what is wrong there. */
    public static String of(JsonNode schema) {
        try {
            String grammar = new SchemaWriter(schema).grammar();
            Gbnf.check(grammar);
            return grammar;
        } catch (GbnfFault e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.INVALID_SCHEMA,
                            "The JSON schema can't be used: " + e.getMessage() + ".",
                            "response_format",
                            "Use type, properties, required, additionalProperties, items, enum, const, anyOf, $ref to "
                                    + "#/$defs, lengths and whole-number ranges.",
                            null),
                    e);
        }
    }
}
