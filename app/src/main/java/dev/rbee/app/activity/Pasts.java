package dev.rbee.app.activity;

import dev.rbee.app.remote.ActivityApi;
import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists there are. */
final class Pasts {
    private Pasts() {}

    static Past<RequestEntry> requests(ActivityApi api) {
        return new Past<>() {
            @Override
            public Slice<RequestEntry> read(Map<String, String> asked) {
                RequestPage page = api.requests(asked);
                return new Slice<>(
                        page.requests(), page.nextBefore(), Objects.requireNonNullElse(page.live(), List.of()));
            }

            @Override
            public Facets facets() {
                return api.requestFacets();
            }

            @Override
            public String key(RequestEntry row) {
                return row.requestId();
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
                return new Slice<>(page.entries(), page.nextBefore(), List.of());
            }

            @Override
            public Facets facets() {
                return api.auditFacets();
            }

            @Override
            public String key(AuditEntry row) {
                return Long.toString(row.n());
            }

            @Override
            public long number(AuditEntry row) {
                return row.n();
            }
        };
    }
}
