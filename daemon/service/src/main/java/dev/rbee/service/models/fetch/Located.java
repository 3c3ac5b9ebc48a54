package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.models.fetch.Linked.Span;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a file really is, after all redirects, and what is known of it there.
 *
 * @param address may be a signed one that expires
 * @param direct nothing redirected: asking again gives the same
 * @param ranges whether parts can be had
 * @param validator see {@link Linked#validator}
 * @param sha256 as the hub says; null where it says nothing
 */
record Located(
        HttpUrl address,
        boolean direct,
        @Nullable Long size,
        boolean ranges,
        @Nullable String validator,
        @Nullable String sha256) {
    /** Asks the source of a file for its first byte; blocks. */
    static Located of(Door door, FetchRequest wanted, FetchControl control) throws SourceFault {
        return of(door, wanted.source(), wanted.what(), wanted.sizeBytes(), wanted.sha256(), control);
    }

    /**
     * The same of any source.
     *
     * @param size that it must have; null where not known
     * @param sha256 likewise
     */
    static Located of(
            Door door,
            FetchSource source,
            String what,
            @Nullable Long size,
            @Nullable String sha256,
            FetchControl control)
            throws SourceFault {
        HttpUrl from = HttpUrl.parse(source.url());
        if (from == null) {
            throw SourceFault.lost(ProblemCode.SOURCE_FORBIDDEN, "The source of " + what + " is no address.", null);
        }
        Request.Builder plan = new Request.Builder().header("Range", "bytes=0-0");
        try (Door.Arrival arrival = door.get(source, from, plan, control)) {
            Span span = Linked.span(arrival.response());
            boolean ranges = arrival.response().code() == 206;
            if (ranges && (span == null || span.from() != 0)) {
                throw SourceFault.lost(
                        ProblemCode.SOURCE_FAILED,
                        arrival.address().host() + " sends other bytes than it is asked for.",
                        null);
            }
            Long found = span == null ? Linked.length(arrival.response()) : span.total();
            sizes(what, arrival, found, size != null ? size : arrival.linkedSize());
            hashes(what, arrival.linkedSha256(), sha256);
            return new Located(
                    arrival.address(),
                    arrival.address().equals(from),
                    found,
                    ranges && found != null,
                    Linked.validator(arrival.response()),
                    arrival.linkedSha256());
        }
    }

    private static void sizes(String what, Door.Arrival arrival, @Nullable Long found, @Nullable Long promised)
            throws SourceFault {
        if (found != null && promised != null && !found.equals(promised)) {
            throw SourceFault.lost(
                    ProblemCode.SOURCE_FAILED,
                    what + " has " + found + " bytes at " + arrival.address().host() + ", not the " + promised
                            + " that were promised.",
                    "It may have been replaced just now; try again.");
        }
    }

    private static void hashes(String what, @Nullable String found, @Nullable String promised) throws SourceFault {
        if (found != null && promised != null && !found.equals(promised)) {
            throw SourceFault.lost(
                    ProblemCode.HASH_MISMATCH,
                    "The hub has another " + what + " by now than the one that was promised.",
                    "Try again: the new one is found then.");
        }
    }
}
