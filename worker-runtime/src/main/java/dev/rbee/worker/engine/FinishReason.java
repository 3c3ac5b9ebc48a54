package dev.rbee.worker.engine;

/** Why an answer ended. */
public enum FinishReason {
    /** the model's end of turn, or a stop text */
    STOP("stop"),
    /** max_tokens or the end of the context */
    LENGTH("length");

    private final String wire;

    FinishReason(String wire) {
        this.wire = wire;
    }

    /** OpenAI's name. */
    public String wire() {
        return wire;
    }
}
