package dev.rbee.worker.grammar;

/** What is wrong with a grammar or a schema; ends a sentence. */
final class GbnfFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    GbnfFault(String message) {
        super(message);
    }
}
