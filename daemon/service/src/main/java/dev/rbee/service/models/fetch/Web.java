package dev.rbee.service.models.fetch;

import dev.rbee.contract.gguf.ByteSource;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Small things from outside, under the same rules as files: answers of the hub's API, parts of headers. Thread-safe; calls block and throw what
 * {@link Fetcher#fetch} throws.
 */
public final class Web implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final FetchSetup setup;
    private final Door door;

    /** What is known of a file without fetching it. */
    public record Facts(@Nullable Long sizeBytes, @Nullable String sha256) {}

    /** Through a door of its own. */
    public Web(FetchSetup setup) {
        this(setup, ATTEMPTS);
    }

    /** The same, which gives up after so many failures: after the first where somebody waits for the answer. */
    public Web(FetchSetup setup, int attempts) {
        this.setup = setup.patient(attempts);
        this.door = new Door(setup);
    }

    /** The rules it keeps to. */
    public SourceRules rules() {
        return door.rules();
    }

    /**
     * The whole answer.
     *
     * @param token goes to the hub only
     * @param most bytes; more is {@code source_failed}
     */
    public byte[] read(HttpUrl address, @Nullable String token, int most) {
        return patiently(control -> {
            FetchSource source = new FetchSource.Outside(address.toString(), token);
            try (Door.Arrival arrival = door.get(source, address, new Request.Builder(), control)) {
                byte[] body = arrival.response().body().byteStream().readNBytes(most + 1);
                if (body.length > most) {
                    throw SourceFault.lost(ProblemCode.SOURCE_FAILED, address.host() + " answers without end.", null);
                }
                return body;
            } catch (IOException e) {
                throw Breaks.of(address, false, e);
            }
        });
    }

    /** Asks for the first byte of a file to know the rest. */
    public Facts facts(String url, @Nullable String token) {
        return patiently(control -> {
            Located located = Located.of(door, new FetchSource.Outside(url, token), url, null, null, control);
            return new Facts(located.size(), located.sha256());
        });
    }

    /** A file's bytes, fetched as they are read; of a source that has no ranges {@code source_failed}. */
    public ByteSource bytes(String url, @Nullable String token) {
        FetchSource source = new FetchSource.Outside(url, token);
        Located located = patiently(control -> Located.of(door, source, url, null, null, control));
        Long size = located.size();
        if (!located.ranges() || size == null) {
            throw ProblemException.of(
                    ProblemCode.SOURCE_FAILED,
                    located.address().host() + " gives whole files only, no parts of them.",
                    null);
        }
        return new RemoteBytes(this, source, located.address(), size);
    }

    /** Some bytes of a file; blocks. */
    byte[] range(FetchSource source, HttpUrl address, long from, int count) throws IOException {
        try {
            return patiently(control -> {
                Request.Builder plan =
                        new Request.Builder().header("Range", "bytes=" + from + "-" + (from + count - 1));
                try (Door.Arrival arrival = door.get(source, address, plan, control)) {
                    Linked.Span span = Linked.span(arrival.response());
                    if (arrival.response().code() != 206 || span == null || span.from() != from) {
                        throw SourceFault.lost(
                                ProblemCode.SOURCE_FAILED,
                                address.host() + " sends other bytes than it is asked for.",
                                null);
                    }
                    return arrival.response().body().byteStream().readNBytes(count);
                } catch (IOException e) {
                    throw Breaks.of(address, false, e);
                }
            });
        } catch (ProblemException e) {
            throw new IOException(e.problem().message(), e);
        }
    }

    private interface Attempt<T> {
        T run(FetchControl control) throws SourceFault;
    }

    private <T> T patiently(Attempt<T> attempt) {
        FetchControl control = new FetchControl();
        Patience patience = new Patience(setup, control);
        try {
            while (true) {
                long epoch = patience.epoch();
                try {
                    return attempt.run(control);
                } catch (SourceFault fault) {
                    patience.failed(epoch, fault);
                }
            }
        } catch (SourceFault fault) {
            throw fault.problem();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "It was stopped.", null);
        }
    }

    /** Ends every connection. */
    @Override
    public void close() {
        door.close();
    }
}
