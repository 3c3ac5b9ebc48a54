package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an answer that may call tools: {@code {"response":"..."}} or {@code {"tool_calls":[{"name":"...","arguments":{...}}]}}, the
 * arguments after each tool's own schema. Pure.
 */
public final class ToolGrammar {
    /** Small models do not find an end by themselves. */
    private static final int MOST_CALLS = 8;

    private ToolGrammar() {}

    /** The grammar of these tools. Throws {@code invalid_schema} for a strict tool whose schema cannot be enforced. */
    public static String of(ChatSpec.Tools tools) {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("root", "");
        List<String> calls = new ArrayList<>();
        for (JsonNode tool : tools.list()) {
            JsonNode function = tool.path("function");
            String name = function.path("name").asText();
            if (tools.name() == null || tools.name().equals(name)) {
                calls.add(call(name, function, rules));
            }
        }
        rules.put("call", String.join(" | ", calls));
        String more = Boolean.TRUE.equals(tools.parallel()) ? " (\",\" call){0," + (MOST_CALLS - 1) + "}" : "";
        String called = SchemaPrimitives.quoted("{\"tool_calls\":[") + " call" + more + " \"]}\"";
        boolean free = tools.choice() == ChatSpec.Choice.AUTO;
        rules.put("root", free ? called + " | " + SchemaPrimitives.quoted("{\"response\":") + " string \"}\"" : called);
        String grammar = SchemaWriter.written(rules);
        Gbnf.check(grammar);
        return grammar;
    }

    private static String call(String name, JsonNode function, Map<String, String> rules) {
        String rule = "call" + rules.size();
        String arguments = arguments(name, function, rules);
        String head = "{\"name\":" + Json.write(name) + ",\"arguments\":";
        rules.put(rule, SchemaPrimitives.quoted(head) + " " + arguments + " \"}\"");
        return rule;
    }

    /** Name of the rule for a tool's arguments; any object where its schema asks for what no grammar can hold. */
    private static String arguments(String name, JsonNode function, Map<String, String> rules) {
        JsonNode schema = function.get("parameters");
        if (schema == null || schema.isNull()) {
            ObjectNode nothing = Json.MAPPER.createObjectNode().put("type", "object");
            nothing.putObject("properties");
            schema = nothing;
        }
        Map<String, String> tried = new LinkedHashMap<>(rules);
        try {
            String rule = new SchemaWriter(schema, tried).ruleOfRoot();
            rules.putAll(tried);
            return rule;
        } catch (GbnfFault e) {
            if (function.path("strict").asBoolean(false)) {
                throw new ProblemException(
                        new Problem(
                                ProblemCode.INVALID_SCHEMA,
                                "The parameters of tool \"" + name + "\" can't be enforced: " + e.getMessage() + ".",
                                "tools",
                                "Leave \"strict\" out, or simplify them.",
                                null),
                        e);
            }
            return "object";
        }
    }
}
