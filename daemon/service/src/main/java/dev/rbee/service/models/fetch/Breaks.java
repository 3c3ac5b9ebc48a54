package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.models.fetch.SourceFault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/** What a broken exchange means. Pure. */
final class Breaks {
    private Breaks() {}

    static SourceFault of(HttpUrl address, boolean fleet, IOException e) {
        if (e instanceof SourceFault fault) {
            return fault;
        }
        String host = address.host() + (fleet ? ":" + address.port() : "");
        if (e instanceof SourceGuard.ForbiddenAddress) {
            Problem problem = SourceGuard.forbidden(host, "leads into a private network or to this machine")
                    .problem();
            return new SourceFault(Kind.FINAL, problem, null, e);
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
            return new SourceFault(
                    Kind.FINAL,
                    Problem.of(
                            ProblemCode.SOURCE_FAILED,
                            host + " cannot prove that it is that host: " + e.getMessage() + ".",
                            "Is this machine's clock right? Is there a proxy that opens connections?"),
                    null,
                    e);
        }
        if (proxyRefuses(e)) {
            return new SourceFault(
                    Kind.FINAL,
                    Problem.of(
                            ProblemCode.OFFLINE,
                            "The proxy does not let us to " + host + ": " + e.getMessage() + ".",
                            "Check HTTPS_PROXY and NO_PROXY, also user and password in it."),
                    null,
                    e);
        }
        return new SourceFault(Kind.PASSING, broken(host, fleet, e), null, e);
    }

    private static boolean proxyRefuses(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("authenticate with proxy") || message.contains("code for CONNECT");
    }

    private static Problem broken(String host, boolean fleet, IOException e) {
        boolean away = e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || (e instanceof SocketTimeoutException
                        && String.valueOf(e.getMessage()).contains("connect"));
        if (away) {
            return Problem.of(
                    fleet ? ProblemCode.UNREACHABLE : ProblemCode.OFFLINE,
                    "Can't reach " + host + ": " + e.getMessage() + ".",
                    fleet
                            ? "Is it running? rbee status tells."
                            : "Is this machine online? Behind a proxy, set HTTPS_PROXY.");
        }
        String why = e instanceof SocketTimeoutException ? "it fell silent" : String.valueOf(e.getMessage());
        return Problem.of(
                ProblemCode.SOURCE_FAILED,
                "The connection to " + host + " broke: " + why + ".",
                "What came is kept; fetch it again to go on.");
    }
}
