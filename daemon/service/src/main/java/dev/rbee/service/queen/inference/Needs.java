package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.routing.Need;
import java.util.EnumSet;
import java.util.Set;

/** What a request needs beside its model. Pure. */
final class Needs {
    private Needs() {}

    static Set<Need> of(Question question) {
        Set<Need> needs = of(question.tree());
        if (question.continued()) {
            needs.add(Need.CONTINUING);
        }
        return needs;
    }

    /** Of a body. */
    static Set<Need> of(JsonNode body) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        boolean none = body.path("tool_choice").asText().equals("none");
        if (!none && body.path("tools").isArray() && !body.path("tools").isEmpty()) {
            needs.add(Need.TOOLS);
        }
        for (JsonNode message : body.path("messages")) {
            for (JsonNode part : message.path("content")) {
                if (part.path("type").asText().equals("image_url")) {
                    needs.add(Need.IMAGES);
                }
            }
        }
        return needs;
    }

    /** What the caller is told where workers of the model are there, but none can do that. */
    static ProblemException unmet(String model, Set<Need> needs) {
        if (needs.contains(Need.IMAGES)) {
            return new ProblemException(new Problem(
                    ProblemCode.IMAGES_UNSUPPORTED,
                    "No worker of model \"" + model + "\" reads images.",
                    "messages",
                    "Ask a model with a projector (mmproj) that runs on llama-server, or send text only.",
                    null));
        }
        if (needs.contains(Need.TOOLS)) {
            return new ProblemException(new Problem(
                    ProblemCode.TOOLS_UNSUPPORTED,
                    "No worker of model \"" + model + "\" calls tools.",
                    "tools",
                    "Ask another model, or leave \"tools\" out.",
                    null));
        }
        return ProblemException.of(
                ProblemCode.NO_WORKER,
                "No worker of model \"" + model + "\" can go on with that answer.",
                "Ask again.");
    }
}
