package dev.rbee.app.remote;

import dev.rbee.client.QueenClient;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestPage;
import java.util.Map;

/** What the queen has written down, over HTTP. */
public final class HttpActivity implements ActivityApi {
    private final Queens queens;

    /** Of the queen of the moment. */
    public HttpActivity(Queens queens) {
        this.queens = queens;
    }

    private QueenClient queen() {
        return new QueenClient(queens.get());
    }

    @Override
    public RequestPage requests(Map<String, String> asked) {
        return queen().requests(asked);
    }

    @Override
    public void stopRequest(String id) {
        queen().stopRequest(id);
    }

    @Override
    public Facets requestFacets() {
        return queen().requestFacets();
    }

    @Override
    public AuditPage audit(Map<String, String> asked) {
        return queen().audit(asked);
    }

    @Override
    public Facets auditFacets() {
        return queen().auditFacets();
    }
}
