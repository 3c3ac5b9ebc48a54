package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation file of LM Studio: a row of messages, each in versions of which one is selected; what follows hangs under the selected
 * one. Answers are made of steps, some of them thinking.
 */
final class LmStudioForm implements Form {
    @Override
    public boolean fits(JsonNode chat) {
        JsonNode messages = chat.path("messages");
        return messages.isArray()
                && chat.path("name").isTextual()
                && (messages.isEmpty() || messages.path(0).path("versions").isArray());
    }

    @Override
    public Loaded read(JsonNode chat, Supplier<String> ids, Instant now) {
        Instant created = Tree.time(chat.path("createdAt"), now);
        Instant at = created;
        Nodes nodes = new Nodes(ids);
        String above = null;
        int number = 0;
        for (JsonNode message : chat.path("messages")) {
            JsonNode versions = message.path("versions");
            int selected = message.path("currentlySelected").asInt(0);
            String next = null;
            for (int i = 0; i < versions.size(); i++) {
                at = at.plusMillis(1); // the file tells no times of messages; their order is kept
                String key = number + "." + i;
                add(nodes, key, above, versions.get(i), at);
                next = i == selected || next == null ? key : next;
            }
            above = next == null ? above : next;
            number++;
        }
        return Made.of(
                ids.get(),
                Tree.text(chat, "name"),
                created,
                at,
                chat.path("pinned").asBoolean(false),
                Tree.text(chat, "systemPrompt"),
                nodes,
                above);
    }

    private static void add(Nodes nodes, String key, @Nullable String above, JsonNode version, Instant at) {
        boolean person = Tree.text(version, "role").equals("user");
        String text = version.path("steps").isArray() ? steps(version) : content(version);
        if (text.isBlank()) {
            nodes.pass(key, above);
        } else {
            nodes.add(key, above, person ? Role.USER : Role.ASSISTANT, text, at, State.DONE, facts(version));
        }
    }

    private static String steps(JsonNode version) {
        StringBuilder thoughts = new StringBuilder();
        StringBuilder said = new StringBuilder();
        for (JsonNode step : version.path("steps")) {
            boolean thinking = Tree.text(step.path("style"), "type").equals("thinking");
            (thinking ? thoughts : said).append(content(step));
        }
        return Tree.thought(thoughts.toString(), said.toString());
    }

    private static String content(JsonNode holder) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : holder.path("content")) {
            if (Tree.text(part, "type").equals("text")
                    && !part.path("isStructural").asBoolean(false)) {
                text.append(Tree.text(part, "text"));
            }
        }
        return text.toString();
    }

    private static Facts facts(JsonNode version) {
        for (JsonNode step : version.path("steps")) {
            JsonNode info = step.path("genInfo");
            String model = Tree.key(info, "identifier");
            if (model != null) {
                JsonNode stats = info.path("stats");
                Double first = Tree.real(stats.path("timeToFirstTokenSec"));
                return new Facts(
                        null,
                        new Source(model, null, null, false),
                        new Figures(
                                Tree.whole(stats.path("promptTokensCount")),
                                Tree.whole(stats.path("predictedTokensCount")),
                                Tree.real(stats.path("tokensPerSecond")),
                                first == null ? null : (Double) (first * 1000),
                                null,
                                Tree.key(stats, "stopReason"),
                                null),
                        null);
            }
        }
        return Facts.NONE;
    }
}
