package dev.rbee.app.remote;

import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestPage;
import java.util.Map;

/** What the queen has written down. Blocks; throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe. */
public interface ActivityApi {
    /** Requests, newest first; {@code asked} as docs/api.md names it. */
    RequestPage requests(Map<String, String> asked);

    /** What requests can be filtered by. */
    Facets requestFacets();

    /** The audit trail, newest first; {@code asked} as docs/api.md names it. */
    AuditPage audit(Map<String, String> asked);

    /** What the audit trail can be filtered by. */
    Facets auditFacets();
}
