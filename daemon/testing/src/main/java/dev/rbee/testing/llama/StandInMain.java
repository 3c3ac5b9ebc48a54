package dev.rbee.testing.llama;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The stand-in's program. It knows llama-server's flags and routes as far as rbee uses them, needs no library but the JDK, and answers every
 * prompt with the same words. {@code --habit WORD}, before all else, makes it misbehave.
 */
public final class StandInMain {
    static final String VERSION = "b99999";
    private static final List<String> FLAGS = List.of(
            "--model FNAME",
            "--alias STRING",
            "--host HOST",
            "--port PORT",
            "--api-key-file FNAME",
            "--ctx-size N",
            "--parallel N",
            "--threads N",
            "--threads-batch N",
            "--threads-http N",
            "--batch-size N",
            "--ubatch-size N",
            "--gpu-layers N",
            "--device DEVICE",
            "--cache-type-k TYPE",
            "--cache-type-v TYPE",
            "--mmproj FILE",
            "--spec-draft-model FNAME",
            "--spec-type TYPE",
            "--pooling TYPE",
            "--cache-ram N",
            "--flash-attn [on|off|auto]",
            "--jinja",
            "--offline",
            "--no-ui",
            "--no-context-shift",
            "--embeddings");

    private final Set<Habit> habits;
    private final Map<String, String> options;
    private final AtomicBoolean ready = new AtomicBoolean();

    private StandInMain(Set<Habit> habits, Map<String, String> options) {
        this.habits = habits;
        this.options = options;
    }

    /** Runs until it is told to end. */
    public static void main(String[] args) throws Exception {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        int at = 0;
        while (at + 1 < args.length && args[at].equals("--habit")) {
            habits.add(Habit.valueOf(args[at + 1].toUpperCase(Locale.ROOT)));
            at += 2;
        }
        List<String> rest = List.of(args).subList(at, args.length);
        if (rest.contains("--help")) {
            FLAGS.forEach(flag -> System.out.println(flag + "          explained"));
        } else if (rest.contains("--version")) {
            System.out.println("version: 0.0.0 (build " + VERSION.substring(1) + ", commit 0000000)");
        } else if (rest.contains("--list-devices")) {
            devices(habits);
        } else {
            new StandInMain(habits, options(rest)).serve();
        }
    }

    private static void devices(Set<Habit> habits) {
        System.out.println("Available devices:");
        if (habits.contains(Habit.HAS_GPUS)) {
            System.out.println("  CUDA0: Stand-in GPU A (24000 MiB, 23000 MiB free)");
            System.out.println("  CUDA1: Stand-in GPU B (24000 MiB, 23000 MiB free)");
        } else {
            System.out.println("  (none)");
        }
    }

    /** As strict as the real one: a flag it does not know ends it. */
    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String flag = args.get(i);
            String known = FLAGS.stream()
                    .filter(each -> each.split(" ", 2)[0].equals(flag))
                    .findFirst()
                    .orElse("");
            if (known.isEmpty()) {
                System.err.println("error: invalid argument: " + flag);
                System.exit(1);
            }
            options.put(flag, known.contains(" ") ? args.get(++i) : "");
        }
        return options;
    }

    private void serve() throws Exception {
        Path model = Path.of(options.get("--model"));
        endOnLoad(Files.isRegularFile(model));
        String key = Files.readString(Path.of(options.get("--api-key-file"))).strip();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        StandInRoutes routes = new StandInRoutes(habits, options, ready::get);
        server.createContext("/health", x -> {
            if (ready.get()) {
                routes.json(x, 200, "{\"status\":\"ok\"}");
            } else {
                routes.json(x, 503, "{\"error\":{\"code\":503,\"message\":\"Loading model\"}}");
            }
        });
        server.createContext("/", x -> {
            if (!("Bearer " + key).equals(x.getRequestHeaders().getFirst("Authorization"))) {
                routes.json(x, 401, "{\"error\":{\"code\":401,\"message\":\"Invalid API Key\"}}");
            } else {
                answer(routes, x);
            }
        });
        server.start();
        System.out.println(
                "listening on http://127.0.0.1:" + server.getAddress().getPort());
        if (habits.contains(Habit.SLOW_START)) {
            Thread.sleep(2_000);
        }
        ready.set(!habits.contains(Habit.NEVER_READY));
    }

    private void endOnLoad(boolean there) {
        List<String> last = new ArrayList<>();
        if (habits.contains(Habit.UNKNOWN_ARCHITECTURE)) {
            last.add("E llama_model_load: error loading model: unknown model architecture: 'brandnew'");
        } else if (habits.contains(Habit.OUT_OF_MEMORY)) {
            last.add("E ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 99999999999");
        } else if (habits.contains(Habit.EXIT_ON_LOAD) || !there) {
            last.add("E srv load_model: failed to load model");
        }
        if (!last.isEmpty()) {
            last.forEach(System.err::println);
            System.exit(1);
        }
    }

    private void answer(StandInRoutes routes, HttpExchange x) throws IOException {
        String body = new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (habits.contains(Habit.FAILS) && x.getRequestMethod().equals("POST")) {
            routes.json(x, 500, "{\"error\":{\"code\":500,\"message\":\"something is wrong\"}}");
            return;
        }
        switch (x.getRequestURI().getPath()) {
            case "/props" -> routes.props(x);
            case "/slots" -> routes.slots(x);
            case "/tokenize" -> routes.tokenize(x, body);
            case "/apply-template" -> routes.template(x, body);
            case "/completion" -> routes.completion(x, body);
            case "/v1/chat/completions" -> routes.chat(x, body);
            case "/v1/embeddings" ->
                routes.json(
                        x, 200, "{\"data\":[{\"embedding\":[0.6,0.8],\"index\":0}],\"usage\":{\"prompt_tokens\":3}}");
            default -> routes.json(x, 404, "{\"error\":{\"code\":404,\"message\":\"File Not Found\"}}");
        }
    }
}
