package dev.rbee.app.small;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.events.StatsHistory;
import dev.rbee.contract.events.StatsPoint;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.requests.Facet;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a queen remembers: figures, requests, the audit trail, her log. Filters and pages as she does. */
public final class SmallActivity {
    private final List<StatsPoint> points = new CopyOnWriteArrayList<>();
    private final List<RequestEntry> requests = new ArrayList<>();
    private final List<RequestEntry> live = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Sse> readers = new CopyOnWriteArrayList<>();

    void routes(Routes routes) {
        routes.get("/v1/stats/history", x -> x.json(200, new StatsHistory(5, List.copyOf(points))));
        routes.get("/v1/requests", x -> x.json(200, requests(x)));
        routes.delete("/v1/requests/{id}", this::stop);
        routes.get("/v1/requests/facets", x -> x.json(200, requestFacets()));
        routes.get("/v1/audit", x -> x.json(200, audit(x)));
        routes.get("/v1/audit/facets", x -> x.json(200, auditFacets()));
        routes.get("/v1/queen/logs", this::log);
    }

    /** A point of her history. */
    public void point(Instant at, double tokensPerSecond, double requestsPerMinute) {
        points.add(new StatsPoint(at, tokensPerSecond, requestsPerMinute, 1, 0));
    }

    /** A request that has ended, with the next number. */
    public synchronized void request(RequestEntry entry) {
        requests.addFirst(entry.withN(requests.size() + 1L));
    }

    /** What has not ended now, newest first. */
    public synchronized void live(RequestEntry... now) {
        live.clear();
        live.addAll(List.of(now));
    }

    private synchronized void stop(Exchange x) {
        RequestEntry found = live.stream()
                .filter(each -> each.requestId().equals(x.path("id")))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.REQUEST_NOT_FOUND, "There is no such request.", "It has ended."));
        live.remove(found);
        request(Past.ended(found));
        x.json(200, Map.of("request_id", found.requestId(), "stopped", true));
    }

    /** Something somebody did. */
    public synchronized void did(AuditEntry entry) {
        audit.addFirst(entry);
    }

    /** A line of her log. */
    public void says(String line) {
        log.add(line);
        readers.forEach(sse -> send(sse, line));
    }

    private void send(Sse sse, String line) {
        try {
            sse.event(null, "log", Map.of("line", line));
        } catch (ClientGone e) {
            readers.remove(sse);
        }
    }

    private void log(Exchange x) throws InterruptedException {
        Sse sse = x.sse().endless();
        log.forEach(line -> send(sse, line));
        readers.add(sse);
        sse.awaitClosed();
        readers.remove(sse);
    }

    private synchronized RequestPage requests(Exchange x) {
        List<RequestEntry> found = requests.stream()
                .filter(each -> is(x, "model", each.model())
                        && is(x, "worker", each.workerId())
                        && is(x, "hive", each.hiveId())
                        && is(x, "caller", each.caller())
                        && is(x, "outcome", each.outcome())
                        && since(x, each.startedAt())
                        && has(x, each.requestId() + " " + each.model() + " " + each.workerId()))
                .filter(each -> between(x, each.n()))
                .limit(limit(x))
                .toList();
        RequestPage page = new RequestPage(
                found, found.size() < limit(x) ? null : (Long) found.getLast().n());
        return x.query("before").isPresent()
                ? page
                : page.with(live.stream()
                        .filter(each -> is(x, "outcome", each.outcome()) && is(x, "model", each.model()))
                        .toList());
    }

    private synchronized AuditPage audit(Exchange x) {
        List<AuditEntry> found = audit.stream()
                .filter(each -> is(x, "actor", each.actor())
                        && is(x, "action", each.action())
                        && (is(x, "outcome", each.outcome())
                                || (is(x, "outcome", "error") && !each.outcome().equals("ok")))
                        && since(x, each.at())
                        && has(x, each.action() + " " + each.target() + " " + each.details()))
                .filter(each -> between(x, each.n()))
                .limit(limit(x))
                .toList();
        return new AuditPage(
                found, found.size() < limit(x) ? null : (Long) found.getLast().n());
    }

    private static int limit(Exchange x) {
        return Integer.parseInt(x.query("limit").orElse("100"));
    }

    private static boolean between(Exchange x, long n) {
        return n < Long.parseLong(x.query("before").orElse("" + Long.MAX_VALUE))
                && n > Long.parseLong(x.query("after").orElse("-1"));
    }

    private static boolean is(Exchange x, String name, @Nullable String value) {
        return x.query(name).map(asked -> asked.equals(value)).orElse(true);
    }

    private static boolean since(Exchange x, Instant at) {
        return x.query("since").map(asked -> !at.isBefore(Instant.parse(asked))).orElse(true);
    }

    private static boolean has(Exchange x, String words) {
        return x.query("q")
                .map(asked ->
                        words.toLowerCase(java.util.Locale.ROOT).contains(asked.toLowerCase(java.util.Locale.ROOT)))
                .orElse(true);
    }

    private synchronized Facets requestFacets() {
        return new Facets(
                requests.size(),
                Map.of(
                        "outcome", count(requests, RequestEntry::outcome),
                        "model", count(requests, RequestEntry::model),
                        "worker", count(requests, RequestEntry::workerId),
                        "hive", count(requests, RequestEntry::hiveId),
                        "caller", count(requests, RequestEntry::caller)));
    }

    private synchronized Facets auditFacets() {
        return new Facets(
                audit.size(),
                Map.of(
                        "actor", count(audit, AuditEntry::actor),
                        "action", count(audit, AuditEntry::action),
                        "outcome", count(audit, AuditEntry::outcome)));
    }

    private static <T> List<Facet> count(List<T> all, Function<T, @Nullable String> of) {
        return all.stream()
                .map(of)
                .filter(each -> each != null)
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new Facet(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value))
                .toList();
    }

    void close() {
        readers.forEach(Sse::close);
    }
}
