package dev.rbee.service.queen.models;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Handler;
import dev.rbee.service.queen.spawn.HiveCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/models/{sha256}/file}: a model file from whichever hive has it, with ranges, so that a download is made once for the fleet.
 * Hives get to each other through the queen only: none has to reach another one. Nothing is kept here but one piece per answer. Thread-safe;
 * handlers block.
 */
public final class FileRelay {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int PIECE = 256 * 1024;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> ASKED = List.of("Range", "If-Range");
    private static final List<String> SAID = List.of("ETag", "Accept-Ranges", "Content-Range", "Content-Length");

    private final Supplier<List<HiveInfo>> hives;
    private final HiveCalls calls;

    /** {@code hives} must not block. */
    public FileRelay(Supplier<List<HiveInfo>> hives, HiveCalls calls) {
        this.hives = hives;
        this.calls = calls;
    }

    /** The route, for everybody who may administer; never answered by the hive {@code but}, which asks itself. */
    public Handler handler(@Nullable String but) {
        return x -> {
            x.caller().requireAdmin();
            relay(x, but);
        };
    }

    private void relay(Exchange x, @Nullable String but) throws IOException {
        String sha256 = x.path("sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw new ProblemException(
                    Problem.field("sha256", "That is no SHA-256.", "Send 64 digits of 0 to 9 and a to f."));
        }
        for (HiveInfo hive : sources(sha256, but)) {
            if (from(hive, sha256, x)) {
                return;
            }
        }
        throw ProblemException.of(
                ProblemCode.MODEL_NOT_FOUND,
                "No hive that is online has a model file with that SHA-256.",
                "GET /v1/models/catalog names what there is.");
    }

    /** Those that say they have it first; parts and projectors are named by nobody, so the others are asked, too. */
    private List<HiveInfo> sources(String sha256, @Nullable String but) {
        return hives.get().stream()
                .filter(HiveInfo::online)
                .filter(hive -> !hive.id().equals(but))
                .sorted(Comparator.comparingInt((HiveInfo hive) -> has(hive, sha256) ? 0 : 1)
                        .thenComparingDouble(hive -> hive.cpuLoad() == null ? 0 : hive.cpuLoad())
                        .thenComparing(HiveInfo::id))
                .toList();
    }

    private static boolean has(HiveInfo hive, String sha256) {
        return hive.capabilities() != null
                && hive.capabilities().models().stream().map(ModelEntry::sha256).anyMatch(sha256::equals);
    }

    /** False where that hive has it not, or is gone before the answer began. */
    private boolean from(HiveInfo hive, String sha256, Exchange x) throws IOException {
        Call call;
        try {
            call = call(calls.to(hive), sha256, x);
        } catch (ProblemException e) {
            return false; // another one may have it
        }
        x.onDisconnect(call::cancel);
        try (Response response = call.execute()) {
            int status = response.code();
            if (status != 200 && status != 206 && status != 416) {
                return false;
            }
            pass(response, x);
            return true;
        } catch (ClientGone e) {
            throw e;
        } catch (IOException e) {
            if (x.answered()) {
                throw e; // the connection is cut: who asks goes on from there
            }
            return false;
        }
    }

    private static Call call(HiveClient hive, String sha256, Exchange x) {
        Request.Builder request =
                hive.remote().request("/v1/models/" + sha256 + "/file").header("Accept-Encoding", "identity");
        ASKED.forEach(name -> x.header(name).ifPresent(value -> request.header(name, value)));
        return hive.remote().http().stream(request.build(), SILENCE);
    }

    private static void pass(Response response, Exchange x) throws IOException {
        for (String name : SAID) {
            String value = response.header(name);
            if (value != null && !(response.code() == 416 && name.equals("Content-Length"))) {
                x.responseHeader(name, value);
            }
        }
        if (response.code() == 416) {
            x.send(416, "application/octet-stream", new byte[0]);
            return;
        }
        try (InputStream in = response.body().byteStream();
                OutputStream out = x.stream(response.code(), "application/octet-stream")) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
            }
        }
    }
}
