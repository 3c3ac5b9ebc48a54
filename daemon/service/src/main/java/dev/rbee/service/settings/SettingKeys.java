package dev.rbee.service.settings;

import java.util.List;

/** Every setting there is. The table in docs/settings.md is made from this and a test compares them. */
final class SettingKeys {
    static final SettingKey<String> REGISTRY_BIND =
            new SettingKey<>("registry.bind", ValueKind.loopback(), "127.0.0.1", "Address the registry listens on.");
    static final SettingKey<Integer> REGISTRY_PORT =
            new SettingKey<>("registry.port", ValueKind.port(), 7830, "Port of the registry; 0 is any free one.");
    static final SettingKey<String> QUEEN_BIND =
            new SettingKey<>("queen.bind", ValueKind.loopback(), "127.0.0.1", "Address the queen listens on.");
    static final SettingKey<Integer> QUEEN_PORT =
            new SettingKey<>("queen.port", ValueKind.port(), 7833, "Port of the queen; 0 is any free one.");
    static final SettingKey<Integer> QUEEN_DRAIN = new SettingKey<>(
            "queen.drain_s",
            ValueKind.number(0, 3600),
            30,
            "How long running answers may go on when the queen stops, seconds.");
    static final SettingKey<List<String>> QUEEN_HOSTS = new SettingKey<>(
            "queen.allowed_hosts",
            ValueKind.list(),
            List.of(),
            "Host names besides loopback that requests may name in their Host header.");
    static final SettingKey<List<String>> QUEEN_ORIGINS = new SettingKey<>(
            "queen.allowed_origins",
            ValueKind.list(),
            List.of(),
            "Origins of web pages that may call the queen, as in https://chat.example.");
    static final SettingKey<Boolean> HIVE_ENABLED = new SettingKey<>(
            "local_hive.enabled", ValueKind.flag(), true, "Whether the queen starts a hive on this machine.");
    static final SettingKey<String> HIVE_NAME =
            new SettingKey<>("local_hive.name", ValueKind.name(), "local", "Name of this machine's hive.");
    static final SettingKey<String> HIVE_BIND = new SettingKey<>(
            "local_hive.bind", ValueKind.loopback(), "127.0.0.1", "Address the local hive listens on.");
    static final SettingKey<Integer> HIVE_PORT =
            new SettingKey<>("local_hive.port", ValueKind.port(), 7835, "Port of the local hive; 0 is any free one.");
    static final SettingKey<PortRange> WORKER_PORTS = new SettingKey<>(
            "worker.ports",
            ValueKind.ports(),
            new PortRange(8080, 9999),
            "Ports that workers may take, the first free one first.");
    static final SettingKey<Integer> WORKER_CTX = new SettingKey<>(
            "worker.ctx",
            ValueKind.number(16, 1_048_576),
            4096,
            "Context of a worker's slot, tokens; less where the model itself has less.");
    static final SettingKey<Integer> WORKER_SLOTS =
            new SettingKey<>("worker.slots", ValueKind.number(1, 64), 2, "Answers a worker makes at a time.");
    static final SettingKey<Integer> WORKER_THREADS = new SettingKey<>(
            "worker.threads",
            ValueKind.number(0, 1024),
            0,
            "Threads of a worker's engine; 0 is one less than the cores.");
    static final SettingKey<Integer> QUEUE_PER_MODEL = new SettingKey<>(
            "queue.per_model", ValueKind.number(0, 100_000), 512, "Requests that may wait for one model.");
    static final SettingKey<Integer> QUEUE_WAIT = new SettingKey<>(
            "queue.wait_s", ValueKind.number(1, 86_400), 300, "How long a request may wait for a worker, seconds.");
    static final SettingKey<String> MODELS_DIR = new SettingKey<>(
            "models.dir", ValueKind.text(), "", "Folder of the model files; empty is `models` in RBEE_HOME.");
    static final SettingKey<List<String>> MODELS_DIRS = new SettingKey<>(
            "models.dirs",
            ValueKind.list(),
            List.of(),
            "Further folders with GGUF files, which are offered where they lie; one that is away is no error.");
    static final SettingKey<Boolean> MODELS_ADOPT = new SettingKey<>(
            "models.adopt",
            ValueKind.flag(),
            true,
            "Whether GGUF files in the caches of Ollama, LM Studio, llama.cpp and Hugging Face are offered where they lie.");
    static final SettingKey<String> MODELS_HUB = new SettingKey<>(
            "models.hub",
            ValueKind.text(),
            "",
            "Address of the hub; empty is HF_ENDPOINT, else https://huggingface.co.");
    static final SettingKey<List<String>> MODELS_HOSTS = new SettingKey<>(
            "models.allowed_hosts",
            ValueKind.list(),
            List.of(),
            "Hosts with a private address that models may be fetched from all the same, as in nas.lan.");
    static final SettingKey<String> MODELS_LIBRARY = new SettingKey<>(
            "models.library_url",
            ValueKind.text(),
            "",
            "Address from which the catalogue of models is refreshed daily; empty is never.");
    static final SettingKey<String> MODELS_AUTO_PULL = new SettingKey<>(
            "models.auto_pull",
            ValueKind.word("off", "catalog", "any"),
            "any",
            "What a request may have downloaded by naming it: nothing, models of the catalogue, or any reference (administrators only).");
    static final SettingKey<Integer> MODELS_DOWNLOADS = new SettingKey<>(
            "models.downloads", ValueKind.number(1, 16), 2, "Downloads of a hive at a time; the others wait.");
    static final SettingKey<Integer> MODELS_CONNECTIONS =
            new SettingKey<>("models.connections", ValueKind.number(1, 16), 4, "Connections of one download.");
    static final SettingKey<Integer> MODELS_MAX_MB_S = new SettingKey<>(
            "models.max_mb_s",
            ValueKind.number(0, 100_000),
            0,
            "Most that all downloads of a hive take from outside together, MB/s; 0 is no limit.");
    static final SettingKey<Integer> WORKER_IDLE = new SettingKey<>(
            "worker.idle_s",
            ValueKind.number(0, 1_000_000),
            1800,
            "Workers that requests have started are unloaded after so many seconds without a request; 0 is never.");
    static final SettingKey<Boolean> WORKER_EVICT = new SettingKey<>(
            "worker.evict",
            ValueKind.flag(),
            true,
            "Whether idle workers are unloaded, longest idle first, where a request needs their memory.");
    static final SettingKey<Integer> WORKER_STAY = new SettingKey<>(
            "worker.stay_s",
            ValueKind.number(0, 86_400),
            60,
            "A worker is not unloaded for another model before it has been ready for so many seconds.");
    static final SettingKey<String> ENGINES_PREFER = new SettingKey<>(
            "engines.prefer",
            ValueKind.word("auto", "embedded", "llama-server"),
            "auto",
            "Engine of workers where nothing else is said; auto is llama-server where there is one, else the embedded one.");
    static final SettingKey<String> ENGINES_LLAMA = new SettingKey<>(
            "engines.llama_server",
            ValueKind.text(),
            "",
            "Program of llama-server; empty is the one chosen among those installed, else the first on PATH.");
    static final SettingKey<String> LOG_LEVEL = new SettingKey<>(
            "log.level", ValueKind.word("error", "warn", "info", "debug"), "info", "What goes into the log files.");
    static final SettingKey<Integer> LOG_FILE_MB = new SettingKey<>(
            "log.file_mb", ValueKind.number(1, 1024), 10, "Size at which a log file is put aside, MiB.");
    static final SettingKey<Integer> LOG_FILES = new SettingKey<>(
            "log.files", ValueKind.number(1, 20), 5, "Log files that are kept beside the current one.");
    static final SettingKey<String> UPDATE_FEED = new SettingKey<>(
            "update.feed",
            ValueKind.text(),
            "",
            "Address of the feed that announces releases; empty is the one this rbee was built with, if any.");
    static final SettingKey<List<String>> UPDATE_KEYS = new SettingKey<>(
            "update.keys",
            ValueKind.list(),
            List.of(),
            "Public Ed25519 keys (base64) that may sign the feed, besides those this rbee was built with.");
    static final SettingKey<String> UPDATE_CHECK = new SettingKey<>(
            "update.check",
            ValueKind.word("daily", "request", "off"),
            "daily",
            "When the feed is asked for a new version: once a day, only when somebody asks, or never.");
    static final SettingKey<String> UI_THEME = new SettingKey<>(
            "ui.theme", ValueKind.word("system", "light", "dark"), "system", "Look of the application.");

    /** In the order of the table. */
    static final List<SettingKey<?>> ALL = List.of(
            REGISTRY_BIND,
            REGISTRY_PORT,
            QUEEN_BIND,
            QUEEN_PORT,
            QUEEN_DRAIN,
            QUEEN_HOSTS,
            QUEEN_ORIGINS,
            HIVE_ENABLED,
            HIVE_NAME,
            HIVE_BIND,
            HIVE_PORT,
            WORKER_PORTS,
            WORKER_CTX,
            WORKER_SLOTS,
            WORKER_THREADS,
            WORKER_IDLE,
            WORKER_EVICT,
            WORKER_STAY,
            QUEUE_PER_MODEL,
            QUEUE_WAIT,
            MODELS_DIR,
            MODELS_DIRS,
            MODELS_ADOPT,
            MODELS_HUB,
            MODELS_HOSTS,
            MODELS_LIBRARY,
            MODELS_AUTO_PULL,
            MODELS_DOWNLOADS,
            MODELS_CONNECTIONS,
            MODELS_MAX_MB_S,
            ENGINES_PREFER,
            ENGINES_LLAMA,
            LOG_LEVEL,
            LOG_FILE_MB,
            LOG_FILES,
            UPDATE_FEED,
            UPDATE_KEYS,
            UPDATE_CHECK,
            UI_THEME);

    private SettingKeys() {}
}
