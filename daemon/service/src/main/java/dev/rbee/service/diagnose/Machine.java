package dev.rbee.service.diagnose;

import dev.rbee.contract.info.Version;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What this process knows of the machine it runs on. */
final class Machine {
    private static final String TOLD =
            "RBEE_.*|HF_.*|OLLAMA_.*|LLAMA_.*|CUDA_.*|XDG_.*|LANG|LC_.*|DISPLAY|WAYLAND_DISPLAY|PATH|[A-Z]+_PROXY|JAVA_HOME";

    private Machine() {}

    static String about(Home home, Instant now) {
        Runtime runtime = Runtime.getRuntime();
        StringBuilder text = new StringBuilder();
        line(text, "rbee", Version.CURRENT);
        line(text, "time", now.toString());
        line(text, "home", home.path().toString());
        line(text, "system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        line(text, "java", property("java.vm.name") + " " + property("java.runtime.version"));
        line(text, "javafx", System.getProperty("javafx.runtime.version", "none"));
        line(text, "cores", Integer.toString(runtime.availableProcessors()));
        line(
                text,
                "memory of this process",
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB used, at most "
                        + runtime.maxMemory() / 1_000_000 + " MB");
        line(text, "language", property("user.language") + ", " + property("file.encoding"));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> line(text, "process started", start.toString()));
        return text.toString();
    }

    static String environment(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.matches(TOLD)) {
                line(text, name, Secrets.masked(name, value));
            }
        });
        return text.isEmpty() ? "Nothing of interest is set.\n" : text.toString();
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
