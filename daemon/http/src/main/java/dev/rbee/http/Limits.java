package dev.rbee.http;

import java.time.Duration;

/**
 * What a server bears.
 *
 * @param maxBody bytes of a request body; more is 413
 * @param maxHeaders bytes of all request headers together; more is 431
 * @param head from the connection or the first byte of a request to the end of its headers; later it is cut
 * @param body from the headers to the end of the body; later it is cut
 * @param idle between two requests of a connection
 * @param write longest time one write may wait for a client that does not read
 * @param ping a quiet event stream gets a comment this often
 * @param maxConnections more wait in the backlog
 * @param maxRequests at a time; more are 429
 * @param sendBuffer SO_SNDBUF, bytes: small, so that a stalled reader is noticed
 */
public record Limits(
        int maxBody,
        int maxHeaders,
        Duration head,
        Duration body,
        Duration idle,
        Duration write,
        Duration ping,
        int maxConnections,
        int maxRequests,
        int sendBuffer) {
    /** Largest body where chats come in, bytes: images are part of them. */
    public static final int WITH_IMAGES = 32 * 1024 * 1024;

    /** What every daemon uses. */
    public static final Limits DEFAULT = new Limits(
            4 * 1024 * 1024,
            16 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            16_384,
            8_192,
            32 * 1024);

    /** The same with other deadlines for head, body and write. */
    public Limits withDeadlines(Duration newHead, Duration newBody, Duration newWrite) {
        return new Limits(
                maxBody, maxHeaders, newHead, newBody, idle, newWrite, ping, maxConnections, maxRequests, sendBuffer);
    }

    /** The same with another largest body, bytes. */
    public Limits withMaxBody(int bytes) {
        return new Limits(bytes, maxHeaders, head, body, idle, write, ping, maxConnections, maxRequests, sendBuffer);
    }

    /** The same with other counts of connections and requests. */
    public Limits withCounts(int connections, int requests) {
        return new Limits(maxBody, maxHeaders, head, body, idle, write, ping, connections, requests, sendBuffer);
    }
}
