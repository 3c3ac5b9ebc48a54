package dev.rbee.client;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import java.util.List;

/**
 * The servers of others that the queen knows as workers; failures as {@link Remote} says.
 *
 * @param remote the queen
 */
public record EndpointsClient(Remote remote) {
    private static final String PATH = "/v1/endpoints";

    /** All of them. */
    public List<EndpointInfo> list() {
        return remote.list(PATH, EndpointInfo.class);
    }

    /** Attaches one after it has answered; some seconds. */
    public EndpointInfo add(AddEndpoint what) {
        return remote.postSlow(PATH, what, EndpointInfo.class);
    }

    /** Lets go of it; the server itself goes on. */
    public void remove(String name) {
        remote.delete(PATH + "/" + Remote.segment(name));
    }
}
