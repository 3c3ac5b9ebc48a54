package dev.rbee.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The storage of a {@link HubServer}: signed addresses, ranges, If-Range. */
final class HubStorage {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final String LAST_MODIFIED = "Fri, 01 Aug 2025 12:00:00 GMT";

    private final HubServer hub;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    HubStorage(HubServer hub) {
        this.hub = hub;
    }

    private record Link(String repo, String file, AtomicInteger uses) {}

    /** A fresh signed address. */
    String sign(HubRepo repo, HubFile file) {
        String signature = UUID.randomUUID().toString();
        links.put(signature, new Link(repo.id(), file.name(), new AtomicInteger()));
        return "http://" + hub.storage() + "/" + file.sha256() + "?X-Amz-Expires=3600&Signature=" + signature;
    }

    void answer(RawRequest request, RawAnswer answer) throws IOException {
        Link link = link(request);
        HubRepo repo = link == null ? null : hub.find(link.repo());
        HubFile file = repo == null || link == null ? null : repo.find(link.file());
        Matcher range = RANGE.matcher(String.valueOf(request.header("range")));
        boolean ranged = range.matches();
        AtomicLong sent = new AtomicLong();
        hub.record(new HubRequest(
                "cdn",
                request.method(),
                request.target(),
                link == null ? null : link.repo() + "/" + link.file(),
                ranged ? Long.parseLong(range.group(1)) : 0,
                request.headers(),
                sent));
        Map<String, String> headers = new LinkedHashMap<>();
        int refusal = hub.faults().nextRefusal(false, headers);
        boolean expired = link != null
                && !request.path().startsWith("/plain/")
                && link.uses().incrementAndGet() > hub.faults().linkUses;
        if (refusal != 0 || file == null || expired) {
            int status = refusal != 0 ? refusal : expired ? 403 : 404;
            answer.whole(request.head(), status, "application/xml", "<Error>" + status + "</Error>", headers);
            return;
        }
        boolean same = request.header("if-range") == null || isThis(file, request.header("if-range"));
        if (ranged && same && !hub.faults().noRanges) {
            range(request, answer, file, range, headers, sent);
        } else {
            whole(request, answer, file, headers, sent);
        }
    }

    private @Nullable Link link(RawRequest request) {
        if (!request.path().startsWith("/plain/")) {
            return links.get(request.query("Signature"));
        }
        String[] parts = request.path().split("/", 5);
        return parts.length < 5 ? null : new Link(parts[2] + "/" + parts[3], parts[4], new AtomicInteger());
    }

    private boolean isThis(HubFile file, @Nullable String validator) {
        return LAST_MODIFIED.equals(validator) || file.etag().equals(validator);
    }

    private void whole(RawRequest request, RawAnswer answer, HubFile file, Map<String, String> headers, AtomicLong sent)
            throws IOException {
        describe(headers, file);
        if (hub.faults().noLength) {
            headers.put("Connection", "close");
        } else {
            headers.put("Content-Length", Long.toString(file.size() + hub.faults().lie));
        }
        answer.head(200, headers);
        body(request, answer, file, 0, file.size(), sent);
        if (hub.faults().noLength || (hub.faults().lie != 0 && !request.head())) {
            answer.channel().close();
        }
    }

    private void range(
            RawRequest request,
            RawAnswer answer,
            HubFile file,
            Matcher range,
            Map<String, String> headers,
            AtomicLong sent)
            throws IOException {
        long from = Long.parseLong(range.group(1));
        long last =
                range.group(2).isEmpty() ? file.size() - 1 : Math.min(Long.parseLong(range.group(2)), file.size() - 1);
        if (from >= file.size() || last < from) {
            headers.put("Content-Range", "bytes */" + file.size());
            answer.whole(request.head(), 416, "text/plain", "", headers);
            return;
        }
        if (hub.faults().wrongRanges) {
            from = Math.max(0, from - 1);
            last = Math.max(from, last - 1);
        }
        describe(headers, file);
        headers.put("Content-Range", "bytes " + from + "-" + last + "/" + (file.size() + hub.faults().lie));
        headers.put("Content-Length", Long.toString(last - from + 1));
        answer.head(206, headers);
        body(request, answer, file, from, last - from + 1, sent);
    }

    private void describe(Map<String, String> headers, HubFile file) {
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Last-Modified", LAST_MODIFIED);
        if (!hub.faults().noRanges) {
            headers.put("Accept-Ranges", "bytes");
        }
        if (!hub.faults().noEtag) {
            headers.put("ETag", (hub.faults().weakEtag ? "W/" : "") + file.etag());
        }
    }

    private void body(RawRequest request, RawAnswer answer, HubFile file, long from, long count, AtomicLong sent)
            throws IOException {
        if (request.head()) {
            return;
        }
        long cut = hub.faults().nextCut();
        long end = cut < 0 ? count : Math.min(cut, count);
        HubPace pace = new HubPace(hub.faults(), answer.channel());
        try (FileChannel content = FileChannel.open(file.content(), StandardOpenOption.READ)) {
            while (sent.get() < end) {
                long step = pace.next(sent.get(), end - sent.get());
                sent.addAndGet(
                        file.send(content, from + sent.get(), step, hub.faults().wrongContent, answer.channel()));
            }
        }
        if (end < count) {
            answer.cut();
        }
    }
}
