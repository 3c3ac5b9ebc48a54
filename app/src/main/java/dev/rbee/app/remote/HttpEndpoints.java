package dev.rbee.app.remote;

import dev.rbee.client.EndpointsClient;
import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import java.util.List;

/** The queen's attached servers over HTTP. */
public final class HttpEndpoints implements EndpointsApi {
    private final Queens queens;

    /** Speaks to the queen of the moment. */
    public HttpEndpoints(Queens queens) {
        this.queens = queens;
    }

    private EndpointsClient client() {
        return new EndpointsClient(queens.get());
    }

    @Override
    public List<EndpointInfo> endpoints() {
        return client().list();
    }

    @Override
    public EndpointInfo attach(AddEndpoint what) {
        return client().add(what);
    }

    @Override
    public void detach(String name) {
        client().remove(name);
    }
}
