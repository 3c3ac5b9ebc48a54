package dev.rbee.service.queen;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server of others: one that answers as Ollama, LM Studio, vLLM, llama-server or a hosted service does, with their quirks. */
final class ForeignServer implements AutoCloseable {
    enum Make {
        OLLAMA("qwen3:8b"),
        LM_STUDIO("qwen2-vl-7b-instruct"),
        VLLM("Qwen/Qwen3-8B"),
        LLAMA_SERVER("/models/Qwen3-8B-Q4_K_M.gguf"),
        PLAIN("gpt-9");

        final String model;

        Make(String model) {
            this.model = model;
        }
    }

    /** What was asked of it. */
    record Heard(String method, String path, Headers headers, JsonNode body) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final Make make;
    final int port;
    volatile @Nullable String key;
    /** Answers the next chats with that status and body. */
    volatile @Nullable String refusal;

    volatile int status = 400;
    /** Cuts the connection after so many pieces. */
    volatile int cutAfter = Integer.MAX_VALUE;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ForeignServer(Make make) {
        this(make, 0);
    }

    ForeignServer(Make make, int port) {
        this.make = make;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        this.port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<Heard> chats() {
        return heard.stream().filter(each -> each.path().endsWith("ompletions")).toList();
    }

    private void handle(HttpExchange x) throws IOException {
        byte[] bytes = x.getRequestBody().readAllBytes();
        JsonNode body = Json.MAPPER.readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
        String path = x.getRequestURI().getPath();
        heard.add(new Heard(x.getRequestMethod(), path, x.getRequestHeaders(), body));
        try (x) {
            String wanted = key;
            if (wanted != null
                    && !("Bearer " + wanted).equals(x.getRequestHeaders().getFirst("Authorization"))) {
                send(x, 401, "{\"error\":{\"message\":\"Incorrect API key provided\",\"code\":\"invalid_api_key\"}}");
                return;
            }
            switch (path) {
                case "/v1/models" -> send(x, 200, models());
                case "/v1/chat/completions", "/v1/completions" -> chat(x, body);
                case "/v1/embeddings" ->
                    send(x, 200, "{\"data\":[{\"index\":0,\"object\":\"embedding\",\"embedding\":[0.5,-1.0]}]}");
                default -> special(x, path);
            }
        }
    }

    private String models() {
        return switch (make) {
            case OLLAMA ->
                "{\"object\":\"list\",\"data\":[{\"id\":\"qwen3:8b\",\"object\":\"model\",\"created\":1,\"owned_by\":\"library\"},"
                        + "{\"id\":\"nomic-embed-text:latest\",\"object\":\"model\",\"owned_by\":\"library\"}]}";
            case LM_STUDIO ->
                "{\"data\":[{\"id\":\"qwen2-vl-7b-instruct\",\"object\":\"model\",\"owned_by\":\"organization_owner\"}],\"object\":\"list\"}";
            case VLLM ->
                "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"owned_by\":\"vllm\",\"max_model_len\":32768}]}";
            case LLAMA_SERVER ->
                "{\"models\":[{\"name\":\"/models/Qwen3-8B-Q4_K_M.gguf\",\"capabilities\":[\"completion\"]}],\"object\":\"list\",\"data\":"
                        + "[{\"id\":\"/models/Qwen3-8B-Q4_K_M.gguf\",\"owned_by\":\"llamacpp\",\"meta\":{\"n_ctx\":1024}}]}";
            case PLAIN -> "{\"data\":[{\"id\":\"gpt-9\",\"owned_by\":\"system\"},{\"id\":\"gpt-9-mini\"}]}";
        };
    }

    private void special(HttpExchange x, String path) throws IOException {
        switch (make.name() + " " + path) {
            case "OLLAMA /api/version" -> send(x, 200, "{\"version\":\"0.12.3\"}");
            case "OLLAMA /api/show" ->
                send(
                        x,
                        200,
                        heard.getLast().body().path("model").asText().startsWith("nomic")
                                ? "{\"capabilities\":[\"embedding\"]}"
                                : "{\"capabilities\":[\"completion\",\"tools\"],\"model_info\":{\"general.architecture\":\"qwen3\",\"qwen3.context_length\":40960}}");
            case "LM_STUDIO /api/v0/models" ->
                send(
                        x,
                        200,
                        "{\"data\":[{\"id\":\"qwen2-vl-7b-instruct\",\"type\":\"vlm\",\"state\":\"not-loaded\",\"max_context_length\":32768}]}");
            case "LLAMA_SERVER /props" ->
                send(
                        x,
                        200,
                        "{\"total_slots\":2,\"modalities\":{\"vision\":false},\"default_generation_settings\":{\"n_ctx\":1024},\"build_info\":\"b10587\",\"chat_template_caps\":{\"supports_tools\":false}}");
            default -> send(x, 404, "404 page not found");
        }
    }

    private void chat(HttpExchange x, JsonNode body) throws IOException {
        String refused = refusal;
        if (refused != null) {
            send(x, status, refused);
            return;
        }
        boolean chat = x.getRequestURI().getPath().contains("chat");
        if (!body.path("stream").asBoolean()) {
            String choice = chat
                    ? "{\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}"
                    : "{\"text\":\"Hello\",\"finish_reason\":\"stop\"}";
            send(
                    x,
                    200,
                    "{\"model\":\"" + make.model + "\",\"choices\":[" + choice
                            + "],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}");
            return;
        }
        x.getResponseHeaders().set("Content-Type", make == Make.PLAIN ? "text/plain" : "text/event-stream");
        x.sendResponseHeaders(200, 0);
        OutputStream out = x.getResponseBody();
        int sent = 0;
        for (String event : events(body, chat)) {
            if (sent++ == cutAfter) {
                throw new IOException("cut");
            }
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private List<String> events(JsonNode body, boolean chat) {
        List<String> all = new ArrayList<>();
        String[] pieces = {"He", "l", "lo"};
        for (String piece : pieces) {
            String role = make == Make.OLLAMA ? "\"role\":\"assistant\"," : "";
            String said = chat ? "\"delta\":{" + role + "\"content\":\"" + piece + "\"}" : "\"text\":\"" + piece + "\"";
            all.add("data: {\"model\":\"" + make.model + "\",\"choices\":[{\"index\":0," + said + "}]}\n\n");
        }
        all.add("data: {\"choices\":[{\"index\":0," + (chat ? "\"delta\":{}" : "\"text\":\"\"")
                + ",\"finish_reason\":\"stop\"}]}\n\n");
        if (make != Make.PLAIN
                && body.path("stream_options").path("include_usage").asBoolean()) {
            all.add(
                    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"total_tokens\":8}}\n\n");
        }
        if (make != Make.PLAIN) {
            all.add("data: [DONE]\n\n");
        }
        return all;
    }

    private static void send(HttpExchange x, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        x.getResponseHeaders().set("Content-Type", body.startsWith("{") ? "application/json" : "text/plain");
        x.sendResponseHeaders(status, bytes.length);
        x.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
