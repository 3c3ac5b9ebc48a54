package dev.rbee.http;

import java.io.IOException;

/** The client left, or was cut for reading too slowly. Nothing can be said to it any more. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1;

    /** With what was noticed. */
    public ClientGone(String message) {
        super(message);
    }

    /** With the failed write. */
    public ClientGone(Throwable cause) {
        super("the client is gone", cause);
    }
}
