package dev.rbee.http;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** One HTTP server of a daemon. Its handlers run on virtual threads. Thread-safe. */
public final class Server implements AutoCloseable {
    private final ServerSpec spec;
    private final RouteTable routes;
    private final Streams streams;
    private final Reaper reaper;
    private final WebServer server;
    private volatile int announced;

    private Server(ServerSpec spec, InetAddress address, RouteTable routes) {
        this.spec = spec;
        this.routes = routes;
        this.streams = new Streams(spec.limits().ping(), System::nanoTime);
        this.reaper = new Reaper(spec.component(), spec.limits(), System::nanoTime);
        this.server = build(address);
    }

    /**
     * Binds and serves; blocks until it does. Throws {@link ProblemException} with {@code port_taken}, or {@code config_invalid} for an
     * address that is not loopback: without TLS rbee does not leave this machine.
     */
    public static Server start(ServerSpec spec) {
        InetAddress address = loopback(spec.bind());
        probe(spec, address);
        HelidonRuntime.prepare();
        RouteTable routes = new RouteTable();
        spec.routes().accept(routes);
        Server started = new Server(spec, address, routes);
        HelidonRuntime.quietly(started.server::start);
        if (!started.server.isRunning()) {
            throw taken(spec);
        }
        started.reaper.start();
        return started;
    }

    private static InetAddress loopback(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (IOException e) {
            // said below
        }
        throw ProblemException.of(
                ProblemCode.CONFIG_INVALID,
                "Address \"" + bind + "\" is not on the loopback interface, and without TLS rbee listens nowhere else.",
                "Bind 127.0.0.1; other machines are reached through SSH.");
    }

    private static void probe(ServerSpec spec, InetAddress address) {
        if (spec.port() == 0) {
            return;
        }
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(address, spec.port()));
        } catch (IOException e) {
            throw taken(spec);
        }
    }

    private static ProblemException taken(ServerSpec spec) {
        return ProblemException.of(
                ProblemCode.PORT_TAKEN,
                "Port " + spec.port() + " on " + spec.bind() + " is taken by another program or not allowed.",
                "Choose another port, or end the program that holds it.");
    }

    private WebServer build(InetAddress address) {
        Limits limits = spec.limits();
        Dispatch dispatch = new Dispatch(spec, routes, streams, this::port, () -> announced);
        return WebServer.builder()
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .name(spec.component())
                .address(address)
                .port(spec.port())
                .backlog(4096)
                .maxPayloadSize(limits.maxBody())
                .maxTcpConnections(limits.maxConnections())
                .maxConcurrentRequests(limits.maxRequests())
                .idleConnectionTimeout(limits.idle())
                .shutdownGracePeriod(spec.grace())
                .connectionOptions(SocketOptions.builder()
                        .tcpNoDelay(true)
                        .socketSendBufferSize(limits.sendBuffer())
                        .build())
                .connectionSelectors(List.of(new LinkSelector(limits, reaper, System::nanoTime)))
                .directHandlers(TransportErrors.handlers())
                .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                .routing(HttpRouting.builder().any(dispatch::handle))
                .build();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * From now on it is also reached under that port, on another machine, through a tunnel: /health proves itself for both. The last one
     * told counts; 0 takes it back. Never tell one that does not come from a server which has proven itself.
     */
    public void alsoAt(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        announced = port;
    }

    /** {@code http://127.0.0.1:7833}, for instance. */
    public String url() {
        String host = spec.bind().contains(":") ? "[" + spec.bind() + "]" : spec.bind();
        return "http://" + host + ":" + port();
    }

    /** Connections that are open now. */
    public int connections() {
        return reaper.count();
    }

    /** {@code GET /v1/info} and so on, as they were named; for tests that try every route. */
    public List<String> routes() {
        return routes.all().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    /** Stops accepting, ends endless streams, lets running requests end within the grace time, then cuts them. Blocks for that long at most. */
    @Override
    public void close() {
        streams.closeAll();
        server.stop();
        reaper.close();
    }
}
