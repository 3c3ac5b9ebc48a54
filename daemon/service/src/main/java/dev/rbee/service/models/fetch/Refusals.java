package dev.rbee.service.models.fetch;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.fetch.SourceFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What an answer means that is none. Pure. */
final class Refusals {
    private static final Pattern RESET = Pattern.compile("\\bt=(\\d{1,6})\\b");
    private static final String BAD_TOKEN = "Invalid credentials";

    private Refusals() {}

    /** Of the hub itself: throws-to-be by its own error codes. */
    static SourceFault atHub(HttpUrl address, int status, Headers headers, boolean token) {
        String code = String.valueOf(headers.get("X-Error-Code"));
        String message = String.valueOf(headers.get("X-Error-Message"));
        if (code.equals("GatedRepo")) {
            return SourceFault.lost(
                    ProblemCode.MODEL_GATED,
                    "The makers of this model want their terms accepted first.",
                    token
                            ? "Open its page at the hub with the account of this token, and accept them."
                            : "Accept them on its page at the hub, then set HF_TOKEN to a token of that account.");
        }
        if (status == 401 && token && (message.startsWith(BAD_TOKEN) || !code.equals("RepoNotFound"))) {
            return SourceFault.lost(
                    ProblemCode.HUB_UNAUTHORIZED,
                    "The hub does not take the token in HF_TOKEN.",
                    "Make a new one at the hub, with the right to read; or unset HF_TOKEN.");
        }
        if (status == 401 || status == 403 || status == 404 || status == 410) {
            return SourceFault.lost(ProblemCode.SOURCE_NOT_FOUND, missing(code, repository(address)), unseen(token));
        }
        return general(address, status, headers);
    }

    private static String missing(String code, String repository) {
        return switch (code) {
            case "EntryNotFound" -> "The hub has no such file in " + repository + ".";
            case "RevisionNotFound" -> "The hub has no such revision of " + repository + ".";
            default -> "The hub has no repository " + repository + ".";
        };
    }

    /** {@code owner/name} of an address of the hub: of its API, or of a file. */
    private static String repository(HttpUrl address) {
        List<String> path = address.pathSegments();
        int from = path.size() > 3 && path.get(0).equals("api") ? 2 : 0;
        return String.join("/", path.subList(from, Math.min(from + 2, path.size())));
    }

    private static String unseen(boolean token) {
        return "Is the name right? rbee model search finds names."
                + (token ? "" : " A private one needs a token in HF_TOKEN.");
    }

    /** Of any other server. */
    static SourceFault general(HttpUrl address, int status, Headers headers) {
        String who = address.host() + " answers " + status;
        return switch (status) {
            case 401, 403 ->
                SourceFault.lost(
                        ProblemCode.SOURCE_FAILED, who + ": it does not give this file.", "Try it in a browser.");
            case 404, 410 ->
                SourceFault.lost(
                        ProblemCode.SOURCE_NOT_FOUND, address.host() + " has no such file.", "Is the address right?");
            case 416 ->
                new SourceFault(
                        Kind.CHANGED,
                        Problem.of(
                                ProblemCode.SOURCE_FAILED,
                                "The file at " + address.host() + " is shorter than it was.",
                                null),
                        null,
                        null);
            case 429 ->
                new SourceFault(
                        Kind.BUSY,
                        Problem.of(
                                ProblemCode.HUB_RATE_LIMITED,
                                address.host() + " wants us to ask less often.",
                                "Wait some minutes. With a token in HF_TOKEN the hub allows more."),
                        retryAfter(headers),
                        null);
            case 408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524 ->
                new SourceFault(
                        status == 503 ? Kind.BUSY : Kind.PASSING,
                        Problem.of(ProblemCode.SOURCE_FAILED, who + ".", "It may be better in some minutes."),
                        retryAfter(headers),
                        null);
            default ->
                SourceFault.lost(
                        ProblemCode.SOURCE_FAILED, who + ", which makes no sense here.", "Try it in a browser.");
        };
    }

    /** Of a server of the fleet, in its own words. */
    static SourceFault inFleet(HttpUrl address, int status, byte[] body) {
        Problem problem = Problem.of(
                ProblemCode.SOURCE_FAILED, address.host() + ":" + address.port() + " answered " + status + ".", null);
        try {
            ErrorEnvelope envelope = Json.read(body, ErrorEnvelope.class);
            problem = envelope.error() == null ? problem : envelope.problem();
        } catch (ProblemException e) {
            // no answer of ours; its status must do
        }
        return new SourceFault(status == 429 || status >= 500 ? Kind.PASSING : Kind.FINAL, problem, null, null);
    }

    /** Seconds only: a date would need the source's clock. */
    private static @Nullable Duration retryAfter(Headers headers) {
        String after = String.valueOf(headers.get("Retry-After")).strip();
        if (after.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(after));
        }
        Matcher reset = RESET.matcher(String.valueOf(headers.get("RateLimit")));
        return reset.find() ? Duration.ofSeconds(Long.parseLong(reset.group(1))) : null;
    }
}
