package dev.rbee.contract.gguf;

/** What is wrong with a file; ends a sentence that begins with the file's name. */
final class GgufFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    GgufFault(String message) {
        super(message);
    }

    GgufFault(String message, Throwable cause) {
        super(message, cause);
    }
}
