package dev.rbee.app.remote;

import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestPage;
import java.util.Map;

/** What the queen has written down. Blocks; throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe. */
public interface ActivityApi {
    /** Requests, newest first; {@code asked} as docs/api.md names it. */
    RequestPage requests(Map<String, String> asked);

    /** Stops a request that waits or runs; throws {@code request_not_found} where it has ended. */
    void stopRequest(String id);

    /** What requests can be filtered by. */
    Facets requestFacets();

    /** The audit trail, newest first; {@code asked} as docs/api.md names it. */
    AuditPage audit(Map<String, String> asked);

    /** What the audit trail can be filtered by. */
    Facets auditFacets();
}
