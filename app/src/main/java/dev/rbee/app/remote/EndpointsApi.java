package dev.rbee.app.remote;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import java.util.List;

/** Servers of others that take part as workers. Every method blocks and throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe. */
public interface EndpointsApi {
    /** Those that are attached. */
    List<EndpointInfo> endpoints();

    /** Attaches one after it has answered. */
    EndpointInfo attach(AddEndpoint what);

    /** Lets go of it. */
    void detach(String name);
}
