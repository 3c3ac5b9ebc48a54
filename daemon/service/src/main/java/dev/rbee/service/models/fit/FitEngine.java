package dev.rbee.service.models.fit;

/** The engines whose memory can be told beforehand. */
public enum FitEngine {
    /** in the worker's own process, CPU only */
    EMBEDDED("embedded"),
    /** a process of its own beside the worker, CPU and GPUs */
    LLAMA_SERVER("llama-server");

    private final String wire;

    FitEngine(String wire) {
        this.wire = wire;
    }

    /** Its name in options and answers. */
    public String wire() {
        return wire;
    }

    /** The one of that name; the embedded one for anything else. */
    public static FitEngine of(String name) {
        return name.equals(LLAMA_SERVER.wire) ? LLAMA_SERVER : EMBEDDED;
    }
}
