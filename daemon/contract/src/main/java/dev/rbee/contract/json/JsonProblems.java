package dev.rbee.contract.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;

/** What is wrong with a JSON text, said for the one who wrote it. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(IOException failure) {
        if (failure instanceof UnrecognizedPropertyException e) {
            return Problem.field(path(e), "There is no field \"" + e.getPropertyName() + "\".", "Remove it.");
        }
        if (failure instanceof InvalidFormatException e) {
            return Problem.field(
                    path(e),
                    "Field \"" + path(e) + "\" has the value \"" + e.getValue() + "\", which is not "
                            + JsonForm.name(e.getTargetType()) + ".",
                    "Send " + JsonForm.example(e.getTargetType()) + ".");
        }
        if (failure instanceof MismatchedInputException e
                && e.getTargetType() != null
                && e.getTargetType().isPrimitive()
                && e.getOriginalMessage().startsWith("Cannot map `null`")) {
            return Problem.missing(path(e));
        }
        if (failure instanceof MismatchedInputException e
                && e.getTargetType() != null
                && !e.getPath().isEmpty()
                && !(e.getCause() instanceof IllegalArgumentException)) {
            return Problem.field(
                    path(e),
                    "Field \"" + path(e) + "\" must be " + JsonForm.name(e.getTargetType()) + ".",
                    "Send " + JsonForm.example(e.getTargetType()) + ".");
        }
        if (failure instanceof JsonMappingException e && !e.getPath().isEmpty()) {
            Throwable cause = e.getCause();
            String why = cause instanceof IllegalArgumentException ? " " + cause.getMessage() + "." : "";
            return Problem.field(
                    path(e),
                    "Field \"" + path(e) + "\" has the wrong type or value." + why,
                    "See the route's documentation for its type.");
        }
        if (failure instanceof MismatchedInputException e && !(failure.getCause() instanceof JsonProcessingException)) {
            String form = e.getTargetType() == null ? JsonForm.OBJECT : JsonForm.name(e.getTargetType());
            return Problem.of(ProblemCode.INVALID_JSON, "The body must be " + form + ".", "Send " + form + ".");
        }
        String where = failure instanceof JsonProcessingException e && e.getLocation() != null
                ? " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr()
                : "";
        return Problem.of(
                ProblemCode.INVALID_JSON, "The body is not valid JSON" + where + ".", "Send one JSON object in UTF-8.");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
