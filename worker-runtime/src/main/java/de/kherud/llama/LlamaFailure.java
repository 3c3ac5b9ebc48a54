package de.kherud.llama;

/** The library said no; its own exception is not public. */
public final class LlamaFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    LlamaFailure(String message, Throwable cause) {
        super(message, cause);
    }

    LlamaFailure(String message) {
        super(message);
    }
}
