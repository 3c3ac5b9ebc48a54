package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of messages: text, or parts of text and images. For one request. */
final class Parts {
    private static final Pattern DATA = Pattern.compile("data:image/(png|jpe?g|webp|gif|bmp);base64,");
    private static final int MOST_IMAGES = 16;

    private int count;

    boolean images() {
        return count > 0;
    }

    /** The content as it goes on: parts of text only are one text. */
    JsonNode of(JsonNode content, String at, String role) {
        if (content.isTextual()) {
            return content;
        }
        if (!content.isArray()) {
            throw Fields.wrong(at, "is neither text nor a list of parts", "Send text.");
        }
        StringBuilder text = new StringBuilder();
        ArrayNode parts = Json.MAPPER.createArrayNode();
        boolean plain = true;
        for (int i = 0; i < content.size(); i++) {
            ObjectNode part = part(content.get(i), at + "[" + i + "]", role);
            parts.add(part);
            if (part.has("text")) {
                text.append(text.isEmpty() ? "" : "\n").append(part.path("text").textValue());
            } else {
                plain = false;
            }
        }
        return plain ? TextNode.valueOf(text.toString()) : parts;
    }

    private ObjectNode part(JsonNode said, String at, String role) {
        String type = said.path("type").asText();
        ObjectNode part = Json.MAPPER.createObjectNode().put("type", type);
        if (type.equals("text")) {
            if (!said.path("text").isTextual()) {
                throw new ProblemException(Problem.missing(at + ".text"));
            }
            return part.put("text", said.path("text").textValue());
        }
        if (!type.equals("image_url")) {
            throw Fields.unsupported(at, "models read text and images, no parts of the type \"" + type + "\"");
        }
        if (!role.equals("user")) {
            throw Fields.unsupported(at, "images are the user's");
        }
        part.putObject("image_url").put("url", image(said.path("image_url"), at));
        return part;
    }

    private String image(JsonNode said, String at) {
        JsonNode url = said.isObject() ? said.path("url") : said;
        if (!url.isTextual()) {
            throw new ProblemException(Problem.missing(at + ".image_url.url"));
        }
        String text = url.textValue();
        if (text.startsWith("http:") || text.startsWith("https:")) {
            throw Fields.wrong(
                    at + ".image_url.url",
                    "is an address, and rbee fetches no images",
                    "Send the image itself: data:image/png;base64,...");
        }
        Matcher data = DATA.matcher(text);
        if (!data.lookingAt()) {
            throw Fields.wrong(
                    at + ".image_url.url",
                    "is no image that is known",
                    "Send data:image/png;base64,... (or jpeg, webp, gif, bmp).");
        }
        if (++count > MOST_IMAGES) {
            throw Fields.wrong("messages", "have more than " + MOST_IMAGES + " images", "Send fewer.");
        }
        try {
            if (Base64.getDecoder().decode(text.substring(data.end())).length == 0) {
                throw Fields.wrong(at + ".image_url.url", "holds an empty image", "Send its bytes as base64.");
            }
        } catch (IllegalArgumentException e) {
            throw Fields.wrong(at + ".image_url.url", "is not base64", "Send its bytes as base64.");
        }
        return text;
    }
}
