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
    /** Asks the source for the first byte; blocks. */
    static Located of(Door door, FetchRequest wanted, FetchControl control) throws SourceFault {
        HttpUrl from = HttpUrl.parse(wanted.source().url());
        if (from == null) {
            throw SourceFault.lost(
                    ProblemCode.SOURCE_FORBIDDEN, "The source of " + wanted.what() + " is no address.", null);
        }
        Request.Builder plan = new Request.Builder().header("Range", "bytes=0-0");
        try (Door.Arrival arrival = door.get(wanted.source(), from, plan, control)) {
            Span span = Linked.span(arrival.response());
            boolean ranges = arrival.response().code() == 206;
            if (ranges && (span == null || span.from() != 0)) {
                throw SourceFault.lost(
                        ProblemCode.SOURCE_FAILED,
                        arrival.address().host() + " sends other bytes than it is asked for.",
                        null);
            }
            Long size = span == null ? Linked.length(arrival.response()) : span.total();
            agree(wanted, arrival, size);
            return new Located(
                    arrival.address(),
                    arrival.address().equals(from),
                    size,
                    ranges && size != null,
                    Linked.validator(arrival.response()),
                    arrival.linkedSha256());
        }
    }

    private static void agree(FetchRequest wanted, Door.Arrival arrival, @Nullable Long size) throws SourceFault {
        Long promised = wanted.sizeBytes() != null ? wanted.sizeBytes() : arrival.linkedSize();
        if (size != null && promised != null && !size.equals(promised)) {
            throw SourceFault.lost(
                    ProblemCode.SOURCE_FAILED,
                    wanted.what() + " has " + size + " bytes at "
                            + arrival.address().host() + ", not the " + promised + " that were promised.",
                    "It may have been replaced just now; try again.");
        }
        String sha256 = arrival.linkedSha256();
        if (sha256 != null && wanted.sha256() != null && !sha256.equals(wanted.sha256())) {
            throw SourceFault.lost(
                    ProblemCode.HASH_MISMATCH,
                    "The hub has another " + wanted.what() + " by now than the one that was promised.",
                    "Try again: the new one is found then.");
        }
    }
}
