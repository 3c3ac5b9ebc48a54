package dev.rbee.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.function.LongSupplier;

/** Makes every connection an HTTP/1.1 {@link Link}. The only selector of its listener: no other protocol is spoken. */
final class LinkSelector implements ServerConnectionSelector {
    private final Http1ConnectionSelector http1;
    private final Limits limits;
    private final Reaper reaper;
    private final LongSupplier nanos;

    LinkSelector(Limits limits, Reaper reaper, LongSupplier nanos) {
        this.http1 = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxHeadersSize(limits.maxHeaders())
                        .maxPrologueLength(8 * 1024)
                        .build())
                .build();
        this.limits = limits;
        this.reaper = reaper;
        this.nanos = nanos;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        LinkContext ours = new LinkContext(context, limits, nanos);
        return new Link(ours, http1.connection(ours), reaper);
    }
}
