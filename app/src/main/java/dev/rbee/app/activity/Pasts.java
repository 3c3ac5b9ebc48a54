package dev.rbee.app.activity;

import dev.rbee.app.remote.ActivityApi;
import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import java.util.Map;

/** The lists there are. */
final class Pasts {
    private Pasts() {}

    static Past<RequestEntry> requests(ActivityApi api) {
        return new Past<>() {
            @Override
            public Slice<RequestEntry> read(Map<String, String> asked) {
                RequestPage page = api.requests(asked);
                return new Slice<>(page.requests(), page.nextBefore());
            }

            @Override
            public Facets facets() {
                return api.requestFacets();
            }

            @Override
            public long number(RequestEntry row) {
                return row.n();
            }
        };
    }

    static Past<AuditEntry> audit(ActivityApi api) {
        return new Past<>() {
            @Override
            public Slice<AuditEntry> read(Map<String, String> asked) {
                AuditPage page = api.audit(asked);
                return new Slice<>(page.entries(), page.nextBefore());
            }

            @Override
            public Facets facets() {
                return api.auditFacets();
            }

            @Override
            public long number(AuditEntry row) {
                return row.n();
            }
        };
    }
}
