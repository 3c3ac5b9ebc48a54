package dev.rbee.service.queen.inference;

/** What is asked of a worker, and on which of its routes. */
enum Kind {
    CHAT("chat", "/v1/chat/completions"),
    COMPLETION("completion", "/v1/completions"),
    EMBEDDING("embedding", "/v1/embeddings"),
    INFER("infer", "/v1/infer");

    private final String label;
    private final String path;

    Kind(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** In the request log. */
    String label() {
        return label;
    }

    /** The same at the queen and at a worker. */
    String path() {
        return path;
    }
}
