package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatSpec;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code tools}, {@code tool_choice} and {@code parallel_tool_calls}, checked; and calls of tools in earlier messages. */
final class ToolList {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST = 128;

    private ToolList() {}

    /** Null where none is to be called. */
    static ChatSpec.@Nullable Tools of(Fields fields) {
        JsonNode tools = fields.get("tools");
        JsonNode choice = fields.get("tool_choice");
        Boolean parallel = fields.get("parallel_tool_calls") == null ? null : fields.flag("parallel_tool_calls", true);
        if (!Common.isFilled(tools) || tools == null) {
            boolean wanted = choice != null
                    && !choice.asText().equals("none")
                    && !choice.asText().equals("auto");
            if (wanted) {
                throw Fields.wrong("tool_choice", "asks for a tool, but there are no tools", "Send \"tools\".");
            }
            return null;
        }
        ArrayNode list = list(tools);
        if (choice == null || choice.asText().equals("auto")) {
            return new ChatSpec.Tools(list, ChatSpec.Choice.AUTO, null, parallel);
        }
        return switch (choice.asText("")) {
            case "none" -> null;
            case "required" -> new ChatSpec.Tools(list, ChatSpec.Choice.REQUIRED, null, parallel);
            default -> new ChatSpec.Tools(list, ChatSpec.Choice.NAMED, named(choice, list), parallel);
        };
    }

    private static String named(JsonNode choice, ArrayNode list) {
        String name = choice.path("function").path("name").asText("");
        for (JsonNode tool : list) {
            if (tool.path("function").path("name").asText().equals(name)) {
                return name;
            }
        }
        throw Fields.wrong(
                "tool_choice",
                "names no tool that there is",
                "Send none, auto, required or {\"type\":\"function\",\"function\":{\"name\":\"...\"}}.");
    }

    private static ArrayNode list(JsonNode tools) {
        if (!tools.isArray() || tools.size() > MOST) {
            throw Fields.wrong("tools", "is no list of 1 to " + MOST + " tools", "Send a list.");
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tools.size(); i++) {
            list.add(tool(tools.get(i), "tools[" + i + "]", names));
        }
        return list;
    }

    private static ObjectNode tool(JsonNode said, String at, Set<String> names) {
        String type = said.path("type").asText("function");
        if (!said.isObject() || !type.equals("function")) {
            throw Fields.unsupported(at, "tools are functions");
        }
        JsonNode function = said.path("function");
        String name = name(function, at + ".function.name");
        if (!names.add(name)) {
            throw Fields.wrong(at + ".function.name", "is there twice", "Give each tool its own name.");
        }
        ObjectNode tool = Json.MAPPER.createObjectNode().put("type", "function");
        ObjectNode kept = tool.putObject("function").put("name", name);
        if (function.path("description").isTextual()) {
            kept.set("description", function.path("description"));
        }
        JsonNode parameters = function.path("parameters");
        if (!parameters.isMissingNode() && !parameters.isNull() && !parameters.isObject()) {
            throw Fields.wrong(at + ".function.parameters", "is no JSON schema", "Send an object.");
        }
        if (parameters.isObject()) {
            kept.set("parameters", parameters);
        }
        if (function.path("strict").isBoolean()) {
            kept.set("strict", function.path("strict"));
        }
        return tool;
    }

    private static String name(JsonNode function, String at) {
        String name = function.path("name").asText("");
        if (name.isEmpty()) {
            throw new ProblemException(Problem.missing(at));
        }
        if (!NAME.matcher(name).matches()) {
            throw Fields.wrong(at, "is no name", "1 to 64 letters, digits, underscores and dashes.");
        }
        return name;
    }

    /** The calls that an earlier answer made. */
    static ArrayNode calls(JsonNode calls, String at) {
        if (!calls.isArray()) {
            throw Fields.wrong(at, "is no list", "Send the calls as they were answered.");
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (int i = 0; i < calls.size(); i++) {
            JsonNode said = calls.get(i);
            String here = at + "[" + i + "]";
            ObjectNode call = list.addObject();
            String id = said.path("id").asText("");
            if (id.isEmpty()) {
                throw new ProblemException(Problem.missing(here + ".id"));
            }
            JsonNode arguments = said.path("function").path("arguments");
            call.put("id", id).put("type", "function");
            call.putObject("function")
                    .put("name", name(said.path("function"), here + ".function.name"))
                    .put("arguments", arguments.isTextual() ? arguments.textValue() : Json.write(object(arguments)));
        }
        return list;
    }

    private static JsonNode object(JsonNode arguments) {
        return arguments.isObject() ? arguments : Json.MAPPER.createObjectNode();
    }
}
