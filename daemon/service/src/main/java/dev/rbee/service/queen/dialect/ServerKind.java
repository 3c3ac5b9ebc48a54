package dev.rbee.service.queen.dialect;

/** What an attached server seems to be; each has habits of its own. */
public enum ServerKind {
    /** Ollama */
    OLLAMA("ollama", true, true),
    /** vLLM */
    VLLM("vllm", false, true),
    /** LM Studio */
    LM_STUDIO("lm_studio", true, true),
    /** llama.cpp's server */
    LLAMA_SERVER("llama-server", true, true),
    /** anything else that speaks OpenAI's way */
    OPENAI("openai", false, false);

    private final String wire;
    private final boolean olderFields;
    private final boolean systemOnly;

    ServerKind(String wire, boolean olderFields, boolean systemOnly) {
        this.wire = wire;
        this.olderFields = olderFields;
        this.systemOnly = systemOnly;
    }

    /** The name on the wire. */
    public String wire() {
        return wire;
    }

    /** The kind of that name, {@link #OPENAI} for one this version does not know. */
    public static ServerKind parse(String text) {
        for (ServerKind kind : values()) {
            if (kind.wire.equals(text)) {
                return kind;
            }
        }
        return OPENAI;
    }

    /** Whether it knows {@code max_tokens} but not always {@code max_completion_tokens}. */
    boolean olderFields() {
        return olderFields;
    }

    /** Whether the role {@code developer} has to be called {@code system}. */
    boolean systemOnly() {
        return systemOnly;
    }
}
