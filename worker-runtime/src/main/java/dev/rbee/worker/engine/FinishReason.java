package dev.rbee.worker.engine;

/** Why an answer ended. */
public enum FinishReason {
    /** the model's end of turn, or a stop text */
    STOP("stop"),
    /** max_tokens or the end of the context */
    LENGTH("length"),
    /** tools are to be called */
    TOOL_CALLS("tool_calls");

    private final String wire;

    FinishReason(String wire) {
        this.wire = wire;
    }

    /** OpenAI's name. */
    public String wire() {
        return wire;
    }
}
