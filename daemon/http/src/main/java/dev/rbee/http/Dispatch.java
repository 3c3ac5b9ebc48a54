package dev.rbee.http;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.info.Health;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of every request: guard, health, token, instance, route, handler; and of every failure: the envelope. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Set<String> HEALTH = Set.of("/health", "/v1/health");
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName CHALLENGE = HeaderNames.create(Headers.CHALLENGE);
    private static final HeaderName CHALLENGE_FOR = HeaderNames.create(Headers.CHALLENGE_FOR);
    private static final HeaderName PROOF = HeaderNames.create(Headers.PROOF);
    private static final HeaderName INSTANCE = HeaderNames.create(Headers.INSTANCE);

    private final ServerSpec spec;
    private final Guard guard;
    private final RouteTable routes;
    private final Streams streams;
    private final IntSupplier port;
    private final IntSupplier announced;

    /** {@code announced}: the port of a tunnel to this server, 0 where there is none. */
    Dispatch(ServerSpec spec, RouteTable routes, Streams streams, IntSupplier port, IntSupplier announced) {
        this.spec = spec;
        this.guard = new Guard(spec.hosts(), spec.origins());
        this.routes = routes;
        this.streams = streams;
        this.port = port;
        this.announced = announced;
    }

    void handle(ServerRequest request, ServerResponse response) {
        Link link = Link.CURRENT.get();
        link.reader().requestBegins();
        boolean last = request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
        try {
            answer(request, response, link);
            swallow(request, link);
        } finally {
            link.reader().requestEnds(last);
        }
    }

    private void answer(ServerRequest request, ServerResponse response, Link link) {
        RequestExchange exchange = null;
        try {
            guard.check(
                    request.headers().first(HeaderNames.HOST),
                    request.headers().first(HeaderNames.ORIGIN),
                    request.headers().first(SEC_FETCH_SITE),
                    port.getAsInt());
            RequestPath path = RequestPath.of(request.prologue().uriPath().rawPath());
            String method = request.prologue().method().text();
            if (HEALTH.contains(path.text()) && (method.equals("GET") || method.equals("HEAD"))) {
                health(request, response, method.equals("HEAD"));
                return;
            }
            Caller caller = spec.gate().admit(method, path.text(), bearer(request));
            checkInstance(request);
            RouteTable.Match match = match(method, path);
            Handler handler = handler(match, method, path, response);
            int largest = spec.largestBody(path.text());
            exchange =
                    new RequestExchange(request, response, link, streams, path.text(), caller, match.names(), largest);
            handler.handle(exchange);
            if (!exchange.answered()) {
                throw new IllegalStateException("the handler of " + method + " " + path.text() + " gave no answer");
            }
        } catch (ClientGone | CloseConnectionException e) {
            throw new CloseConnectionException("the client is gone", e);
        } catch (DataReader.InsufficientDataAvailableException e) {
            throw new CloseConnectionException("the client left in the middle of its request", e);
        } catch (Throwable e) {
            fail(request, response, exchange, e);
        } finally {
            if (exchange != null) {
                exchange.finish();
            }
        }
        if (exchange != null && exchange.clientGone()) {
            throw new CloseConnectionException("the client is gone");
        }
    }

    private void checkInstance(ServerRequest request) {
        Optional<String> meant = request.headers().first(INSTANCE);
        if (meant.isPresent() && !meant.get().equals(spec.instance())) {
            throw ProblemException.of(
                    ProblemCode.WRONG_INSTANCE,
                    "This is " + spec.component() + " " + spec.instance() + ", not the one you meant.",
                    "Ask the queen or the registry where that one is now.");
        }
    }

    private RouteTable.Match match(String method, RequestPath path) {
        RouteTable.Match match = routes.find(path.segments());
        if (match == null) {
            throw ProblemException.of(
                    ProblemCode.ROUTE_NOT_FOUND,
                    "There is no route " + method + " " + path.text() + " here.",
                    "The routes of the " + spec.component() + " are listed in the README.");
        }
        return match;
    }

    private static Handler handler(RouteTable.Match match, String method, RequestPath path, ServerResponse response) {
        Handler handler = match.handlers().get(method);
        if (handler == null) {
            String allowed = String.join(", ", match.handlers().keySet());
            response.header(HeaderNames.ALLOW, allowed);
            throw ProblemException.of(
                    ProblemCode.METHOD_NOT_ALLOWED,
                    path.text() + " does not take " + method + ".",
                    "It takes " + allowed + ".");
        }
        return handler;
    }

    private void health(ServerRequest request, ServerResponse response, boolean head) {
        Optional<String> challenge = request.headers().first(CHALLENGE).filter(text -> text.length() <= 200);
        Optional<String> worker = request.headers().first(CHALLENGE_FOR).filter(id -> id.length() <= 200);
        String own = worker.isPresent() ? spec.workerSecret() : spec.proofSecret();
        if (own != null && challenge.isPresent()) {
            String known = worker.map(id -> Keys.workerKey(own, id)).orElse(own);
            response.header(PROOF, proofs(known, challenge.get()));
        }
        Answer.json(response, head, 200, new Health(spec.health().status(), spec.component(), Version.CURRENT));
    }

    private String proofs(String secret, String challenge) {
        String here = Keys.proof(secret, challenge, port.getAsInt());
        int tunnel = announced.getAsInt();
        return tunnel == 0 ? here : here + "," + Keys.proof(secret, challenge, tunnel);
    }

    private static Optional<String> bearer(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }

    private void fail(
            ServerRequest request, ServerResponse response, @Nullable RequestExchange exchange, Throwable failure) {
        Problem problem = problem(request, failure);
        if (exchange != null && exchange.answered()) {
            if (exchange.streaming()) {
                LOG.warn("an answer was cut: {}", problem.message());
            }
            throw new CloseConnectionException("failed in the middle of its answer", failure);
        }
        if (failure instanceof RequestException) {
            Answer.lastOfConnection(response);
        }
        Answer.problem(response, request.prologue().method().text().equals("HEAD"), problem);
        if (failure instanceof RequestException) {
            Link.CURRENT.get().linger();
            throw new CloseConnectionException("the body can't be read", failure);
        }
    }

    private Problem problem(ServerRequest request, Throwable failure) {
        if (failure instanceof ProblemException expected) {
            return expected.problem();
        }
        if (failure instanceof RequestException transport) {
            return TransportErrors.problem(transport.status().code(), String.valueOf(transport.getMessage()));
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "defect={} component={} request=\"{} {}\"",
                id,
                spec.component(),
                request.prologue().method().text(),
                request.prologue().uriPath().path(),
                failure);
        return Problem.of(
                ProblemCode.INTERNAL_ERROR,
                "Something went wrong inside the " + spec.component() + " (" + id + ").",
                "The log has the details under that number.");
    }

    /** Takes in what is left of a body that nobody read, so that the connection can go on. */
    private static void swallow(ServerRequest request, Link link) {
        if (!request.content().hasEntity() || request.content().consumed()) {
            return;
        }
        link.reader().bodyBegins();
        try {
            request.content().consume();
        } catch (RuntimeException e) {
            throw new CloseConnectionException("the rest of the body can't be read", e);
        }
    }
}
