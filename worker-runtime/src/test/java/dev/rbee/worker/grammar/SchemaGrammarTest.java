package dev.rbee.worker.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaGrammarTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "{}",
                "{'type':'object'}",
                "{'type':['string','null'],'description':'a name'}",
                "{'enum':['red','gr\\\"een',3,null,{'a':[1]}]}",
                "{'const':'x\\ny'}",
                "{'type':'array','items':{'type':'integer','minimum':-3,'maximum':120},'minItems':2,'maxItems':5}",
                "{'type':'array','prefixItems':[{'type':'string'},{'type':'number','minimum':0}]}",
                "{'type':'string','minLength':2,'maxLength':10}",
                "{'type':'string','format':'date-time'}",
                "{'anyOf':[{'type':'string'},{'$ref':'#/$defs/n'}],'$defs':{'n':{'type':'integer'}}}",
                "{'type':'object','properties':{'name':{'type':'string'},'age':{'type':'integer'},'tags':{'type':'array',"
                        + "'items':{'type':'string'}}},'required':['name'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{}},'additionalProperties':{'type':'number'}}",
                "{'type':'object','properties':{'child':{'anyOf':[{'$ref':'#'},{'type':'null'}]}},'required':['child']}"
            })
    void sound(String schema) {
        String grammar = SchemaGrammar.of(Json.tree(json(schema)));
        assertTrue(grammar.startsWith("root ::= "), grammar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "3 ~ no schema",
                "false ~ no schema",
                "{'type':'strange'} ~ is no type",
                "{'type':7} ~ neither a type",
                "{'type':'string','pattern':'^a$'} ~ \"pattern\" can't be enforced",
                "{'type':'object','patternProperties':{}} ~ can't be enforced",
                "{'not':{}} ~ can't be enforced",
                "{'$ref':'http://x/y'} ~ does not point into",
                "{'$ref':'#/$defs/none'} ~ points to nothing",
                "{'$ref':'#'} ~ left recursion",
                "{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'$ref':'#/$defs/a'}]}}} ~ left recursion",
                "{'enum':[]} ~ no list",
                "{'type':'array','minItems':3,'maxItems':1} ~ at least 3",
                "{'type':'array','minItems':-1} ~ no number from 0",
                "{'type':'string','maxLength':9999999} ~ no number from 0",
                "{'type':'integer','minimum':5,'maximum':4} ~ no whole number between",
                "{'type':'integer','minimum':'a'} ~ no whole number",
                "{'type':'number','maximum':4} ~ whole numbers only",
                "{'type':'object','properties':[]} ~ no object",
                "{'type':'object','properties':{'a':{}},'required':['b']} ~ none of the properties",
                "{'allOf':[{},{}]} ~ hold together",
                "{'anyOf':{}} ~ no list of schemas"
            })
    void refused(String schema, String why) {
        Problem problem = problem(schema);
        assertEquals(ProblemCode.INVALID_SCHEMA, problem.code());
        assertTrue(problem.message().contains(why), problem.message());
    }

    @Test
    void depthHasAnEnd() {
        String deep = "{'type':'array','items':".repeat(200) + "{}" + "}".repeat(200);
        assertTrue(problem(deep).message().contains("too deep"));
    }

    @Test
    void rangesOfWholeNumbersAreExact() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            long a = random.nextInt(round % 2 == 0 ? 40 : 30_000) - (round % 3 == 0 ? 10_000L : 0L);
            long b = a + random.nextInt(round % 2 == 0 ? 60 : 90_000);
            List<String> ways = IntegerRange.between(a, b);
            Pattern pattern = Pattern.compile(ways.stream()
                    .map(way -> way.replace("\"", "").replace(" ", ""))
                    .reduce((x, y) -> x + "|" + y)
                    .orElseThrow());
            for (long number : new long[] {a, b, (a + b) / 2, a + 1, b - 1}) {
                if (number >= a && number <= b) {
                    assertTrue(matches(pattern, number), a + ".." + b + " lacks " + number);
                }
            }
            assertFalse(matches(pattern, a - 1), a + ".." + b + " has " + (a - 1));
            assertFalse(matches(pattern, b + 1), a + ".." + b + " has " + (b + 1));
        }
    }

    private static boolean matches(Pattern pattern, long number) {
        return pattern.matcher(String.valueOf(number)).matches();
    }

    private static Problem problem(String schema) {
        return assertThrows(ProblemException.class, () -> SchemaGrammar.of(Json.tree(json(schema))))
                .problem();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
