package dev.rbee.service.models.adopt;

/** How a model came to a hive. */
public enum Origin {
    /** with rbee */
    BUNDLED("bundled"),
    /** in the store's own folder */
    STORED("stored"),
    /** elsewhere on this machine, named by somebody */
    IMPORTED("imported"),
    /** in a further folder of the settings */
    FOLDER("folder"),
    /** in Ollama's store */
    OLLAMA("ollama"),
    /** in LM Studio's folder */
    LM_STUDIO("lm_studio"),
    /** in the cache of the hub's own programs */
    HUGGINGFACE("huggingface"),
    /** in llama.cpp's cache */
    LLAMA_CPP("llama_cpp");

    private final String wire;

    Origin(String wire) {
        this.wire = wire;
    }

    /** The name on the wire. */
    public String wire() {
        return wire;
    }
}
