package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads typed fields of a JSON object; each complaint names its field. A field that is null counts as left out. */
final class Fields {
    private final ObjectNode body;

    private Fields(ObjectNode body) {
        this.body = body;
    }

    /** Of a request's body; throws {@code invalid_json} where it is no object. */
    static Fields of(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return new Fields(object);
        }
        throw new ProblemException(
                Problem.of(ProblemCode.INVALID_JSON, "The body is not a JSON object.", "Send a JSON object."));
    }

    /** The value; null where it is left out. */
    @Nullable
    JsonNode get(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name) {
        JsonNode value = get(name);
        if (value == null || value.isTextual()) {
            return value == null ? null : value.textValue();
        }
        throw wrong(name, "is not text", "Send text.");
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = get(name);
        if (value == null || value.isBoolean()) {
            return value == null ? otherwise : value.booleanValue();
        }
        throw wrong(name, "is neither true nor false", "Send true or false.");
    }

    @Nullable
    Integer integer(String name, int least, int most) {
        Long value = whole(name);
        if (value == null) {
            return null;
        }
        if (value < least || value > most) {
            throw range(name, value.toString(), String.valueOf(least), String.valueOf(most));
        }
        return value.intValue();
    }

    @Nullable
    Long whole(String name) {
        JsonNode value = get(name);
        if (value == null || (value.isIntegralNumber() && value.canConvertToLong())) {
            return value == null ? null : Long.valueOf(value.longValue());
        }
        throw wrong(name, "is not a whole number", "Send a whole number.");
    }

    @Nullable
    Double number(String name, double least, double most) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(name, "is not a number", "Send a number.");
        }
        double number = value.doubleValue();
        if (!(number >= least && number <= most)) {
            throw range(name, value.asText(), plain(least), plain(most));
        }
        return number;
    }

    /** OpenAI's {@code stop}: one text or up to four, none empty. */
    List<String> stop() {
        JsonNode value = get("stop");
        if (value == null) {
            return List.of();
        }
        List<String> stops = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!each.isTextual() || each.textValue().isEmpty()) {
                throw wrong("stop", "is not a text or a list of texts that are not empty", "Send up to 4 texts.");
            }
            stops.add(each.textValue());
        }
        if (stops.size() > 4) {
            throw wrong("stop", "has " + stops.size() + " texts", "Send at most 4.");
        }
        return stops;
    }

    /** Refuses what would silently be left undone. */
    void refuse(String name, boolean asked, String why) {
        if (asked) {
            throw unsupported(name, why);
        }
    }

    static ProblemException unsupported(String name, String why) {
        return new ProblemException(new Problem(
                ProblemCode.UNSUPPORTED_PARAMETER,
                "\"" + name + "\" is not supported: " + why + ".",
                name,
                "Leave \"" + name + "\" out.",
                null));
    }

    static ProblemException wrong(String name, String what, String hint) {
        return new ProblemException(Problem.field(name, "\"" + name + "\" " + what + ".", hint));
    }

    private static ProblemException range(String name, String value, String least, String most) {
        return wrong(
                name, "is " + value + ", not within " + least + " and " + most, "Send " + least + " to " + most + ".");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
