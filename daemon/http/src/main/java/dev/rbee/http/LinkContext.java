package dev.rbee.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** Helidon's context of a connection with our reader and writer in the place of its own. */
final class LinkContext implements ConnectionContext {
    private final ConnectionContext context;
    private final LinkReader bytes;
    private final DataReader reader;
    private final LinkWriter writer;

    LinkContext(ConnectionContext context, Limits limits, LongSupplier nanos) {
        this.context = context;
        this.bytes = new LinkReader(context.serverSocket(), limits, nanos);
        this.reader = DataReader.create(bytes);
        this.writer = new LinkWriter(context.dataWriter(), limits.write(), nanos);
    }

    LinkReader reader() {
        return bytes;
    }

    LinkWriter writer() {
        return writer;
    }

    /** Closes the socket under whoever reads or writes. */
    void cut() {
        try {
            context.serverSocket().close();
        } catch (RuntimeException e) {
            // it was closed already
        }
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public Router router() {
        return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }
}
