package dev.rbee.service.queen.workers;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be in a registration and in a beat; each method throws {@link ProblemException} that names the field. */
final class WorkerChecks {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final int NAME = 512;
    private static final int SLOTS = 1024;

    private WorkerChecks() {}

    static String id(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw new ProblemException(Problem.missing(field));
        }
        if (!ID.matcher(value).matches()) {
            throw wrong(field, "an id has 1 to 128 letters, digits and . _ : @ -, and begins with a letter or digit");
        }
        return value;
    }

    static void check(RegisterWorker body) {
        url(body.url(), "url");
        name(body.modelRef(), "model_ref");
        optionalName(body.backend(), "backend");
        optionalName(body.nodeName(), "node_name");
        optionalName(body.implementation(), "implementation");
        optionalName(body.version(), "version");
        device(body.device(), "device");
        slots(body.slotsTotal(), "slots_total");
        atLeast(body.epoch(), 0, "epoch");
        atLeast(body.vramBytes(), 0, "vram_bytes");
    }

    static void check(WorkerHeart heart) {
        if (heart.url() != null) {
            url(heart.url(), "worker.url");
        }
        if (heart.port() != null && (heart.port() < 1 || heart.port() > 65535)) {
            throw wrong("worker.port", "a port is from 1 to 65535");
        }
        optionalName(heart.modelId(), "worker.model_id");
        optionalName(heart.backend(), "worker.backend");
        optionalName(heart.nodeName(), "worker.node_name");
        optionalName(heart.implementation(), "worker.implementation");
        optionalName(heart.version(), "worker.version");
        device(heart.device(), "worker.device");
        slots(heart.slotsTotal(), "worker.slots_total");
        if (heart.slotsBusy() != null && (heart.slotsBusy() < 0 || heart.slotsBusy() > 1_000_000)) {
            throw wrong("worker.slots_busy", "slots_busy is 0 or more");
        }
        atLeast(heart.epoch(), 0, "worker.epoch");
        atLeast(heart.seq(), 0, "worker.seq");
        Double speed = heart.tokensPerSecond();
        if (speed != null && !(speed >= 0 && speed < 1e9)) {
            throw wrong("worker.tokens_per_second", "a speed is 0 or more");
        }
    }

    /** The address without slashes at its end. */
    static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    /** Where a worker of the seed's plain form is: it gives only a port. */
    static String address(WorkerHeart heart) {
        if (heart.url() != null) {
            return trimmed(heart.url());
        }
        if (heart.port() == null) {
            throw new ProblemException(Problem.missing("worker.port"));
        }
        return "http://127.0.0.1:" + heart.port();
    }

    static String model(@Nullable String value, String field) {
        name(value, field);
        return value == null ? "" : value;
    }

    private static void url(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw new ProblemException(Problem.missing(field));
        }
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (http && plain && uri.getHost() != null && uri.getPort() <= 65535 && value.length() <= NAME) {
                return;
            }
        } catch (URISyntaxException e) {
            throw wrong(field, "it is not a URL: " + e.getReason());
        }
        throw wrong(field, "give the worker's base URL, for example http://127.0.0.1:8081");
    }

    private static void name(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(Problem.missing(field));
        }
        optionalName(value, field);
    }

    private static void optionalName(@Nullable String value, String field) {
        if (value == null) {
            return;
        }
        if (value.length() > NAME || value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw wrong(field, "a name has 1 to " + NAME + " characters and no control characters");
        }
    }

    private static void device(@Nullable Device device, String field) {
        if (device != null) {
            optionalName(device.name(), field);
        }
    }

    private static void slots(@Nullable Integer value, String field) {
        if (value != null && (value < 1 || value > SLOTS)) {
            throw wrong(field, "a worker has 1 to " + SLOTS + " slots");
        }
    }

    private static void atLeast(@Nullable Long value, long least, String field) {
        if (value != null && value < least) {
            throw wrong(field, "it must not be below " + least);
        }
    }

    private static ProblemException wrong(String field, String rule) {
        return new ProblemException(
                Problem.field(field, "Field \"" + field + "\" has a value that cannot be used.", rule + "."));
    }
}
