package dev.rbee.testing.llama;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stand-in's answers. Its requests are read by patterns: what sends them is ours. */
final class StandInRoutes {
    static final List<String> WORDS = List.of("I", " am", " a", " stand-in", ",", " grüß", " dich", ".");

    private final Set<Habit> habits;
    private final Map<String, String> options;
    private final BooleanSupplier ready;
    private final AtomicInteger working = new AtomicInteger();

    StandInRoutes(Set<Habit> habits, Map<String, String> options, BooleanSupplier ready) {
        this.habits = habits;
        this.options = options;
        this.ready = ready;
    }

    void json(HttpExchange x, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        x.getResponseHeaders().set("Content-Type", "application/json");
        x.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = x.getResponseBody()) {
            out.write(bytes);
        }
    }

    void props(HttpExchange x) throws IOException {
        boolean tools = habits.contains(Habit.CALLS_TOOLS);
        json(
                x,
                200,
                "{\"default_generation_settings\":{\"n_ctx\":" + context() + "},\"total_slots\":" + slots()
                        + ",\"modalities\":{\"vision\":" + options.containsKey("--mmproj")
                        + "},\"chat_template_caps\":{\"supports_tools\":" + tools + ",\"supports_tool_calls\":" + tools
                        + "},\"build_info\":\"" + StandInMain.VERSION + "-stand-in\"}");
    }

    void slots(HttpExchange x) throws IOException {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < slots(); i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"is_processing\":")
                    .append(i < working.get())
                    .append('}');
        }
        json(x, 200, list.append(']').toString());
    }

    void tokenize(HttpExchange x, String body) throws IOException {
        int words = Math.max(1, body.split("\\s+|\\\\n", -1).length);
        json(x, 200, "{\"tokens\":[" + "1,".repeat(words - 1) + "1]}");
    }

    void template(HttpExchange x, String body) throws IOException {
        Matcher content =
                Pattern.compile("\"content\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(body);
        StringBuilder prompt = new StringBuilder();
        while (content.find()) {
            prompt.append(content.group(1)).append("\\n");
        }
        json(x, 200, "{\"prompt\":\"" + prompt + "\"}");
    }

    void completion(HttpExchange x, String body) throws IOException {
        int most = number(body, "n_predict", WORDS.size());
        int count = body.contains("\"ignore_eos\":true") ? most : Math.min(most, WORDS.size());
        try (StandInStream out = new StandInStream(x, habits, working)) {
            out.event(
                    "{\"content\":\"\",\"stop\":false,\"prompt_progress\":{\"total\":5,\"cache\":2,\"processed\":5}}");
            for (int i = 0; i < count; i++) {
                out.token("{\"content\":\"" + word(i) + "\",\"stop\":false}", i);
            }
            if (!habits.contains(Habit.NO_END)) {
                String why = count < WORDS.size() || body.contains("\"ignore_eos\":true") ? "limit" : "eos";
                out.event("{\"content\":\"\",\"stop\":true,\"stop_type\":\"" + why + "\",\"tokens_evaluated\":5,"
                        + "\"tokens_predicted\":" + count + "," + timings(count) + "}");
            }
        }
    }

    void chat(HttpExchange x, String body) throws IOException {
        try (StandInStream out = new StandInStream(x, habits, working)) {
            out.event("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null},"
                    + "\"finish_reason\":null}],\"prompt_progress\":{\"total\":5,\"cache\":0,\"processed\":5}}");
            boolean tool = habits.contains(Habit.CALLS_TOOLS) && body.contains("\"tools\":");
            if (tool) {
                call(out, body);
            } else {
                if (habits.contains(Habit.THINKS)) {
                    out.event(delta("{\"reasoning_content\":\"Let me think.\"}"));
                }
                for (int i = 0; i < WORDS.size(); i++) {
                    out.token(delta("{\"content\":\"" + word(i) + "\"}"), i);
                }
            }
            if (!habits.contains(Habit.NO_END)) {
                out.event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                        + (tool ? "tool_calls" : "stop") + "\"}]}");
                out.event("{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":8,\"total_tokens\":13},"
                        + timings(8) + "}");
            }
            out.done();
        }
    }

    private static void call(StandInStream out, String body) throws IOException {
        Matcher name = Pattern.compile("\"function\":\\{\"name\":\"([^\"]+)\"").matcher(body);
        String function = name.find() ? name.group(1) : "none";
        out.event(
                delta("{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\""
                        + function + "\",\"arguments\":\"{\"}}]}"));
        out.event(delta("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]}"));
    }

    private static String delta(String delta) {
        return "{\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}";
    }

    private static String word(int index) {
        return WORDS.get(index % WORDS.size());
    }

    private static String timings(int count) {
        return "\"timings\":{\"cache_n\":2,\"prompt_n\":3,\"prompt_ms\":2.0,\"prompt_per_second\":1500.0,\"predicted_n\":"
                + count + ",\"predicted_ms\":8.0,\"predicted_per_second\":1000.0}";
    }

    private static int number(String body, String name, int otherwise) {
        Matcher value = Pattern.compile("\"" + name + "\":(\\d+)").matcher(body);
        return value.find() ? Integer.parseInt(value.group(1)) : otherwise;
    }

    private int context() {
        return Integer.parseInt(options.get("--ctx-size")) / slots();
    }

    private int slots() {
        return ready.getAsBoolean() ? Integer.parseInt(options.get("--parallel")) : 1;
    }
}
