package dev.rbee.app.connect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens what the dialog asks for and writes it into the book. Blocks for up to half a minute. */
record Opener(Doors doors, ConnectionBook book) {
    /** A connection with the way to it. */
    record Ready(Connection connection, Opened way) {}

    /**
     * Exactly one of {@code machine} and {@code place} is given. A queen that is known keeps her id and name. Throws
     * {@link dev.rbee.contract.problem.ProblemException}; nothing is written then.
     *
     * @param accept fingerprint of a host key that the user has just accepted
     * @param keep whether secrets of the login are written down, too
     */
    Ready open(
            Connection.@Nullable Login machine,
            AddressForm.@Nullable Draft place,
            String id,
            @Nullable String accept,
            boolean keep) {
        Connection wanted = machine;
        if (wanted == null) {
            AddressForm.Draft draft = place == null ? new AddressForm.Draft("", "") : place;
            wanted = doors.address(id, "", draft.url(), draft.key());
        }
        Connection connection = known(wanted);
        Opened way = doors.open(connection, accept);
        boolean written = false;
        try {
            book.put(connection instanceof Connection.Login login && !keep ? login.secrets(null, null) : connection);
            written = true;
            return new Ready(connection, way);
        } finally {
            if (!written) {
                way.close().run();
            }
        }
    }

    /** With id and name of the one that leads to the same place. */
    private Connection known(Connection wanted) {
        Optional<Connection> before = book.known().stream()
                .filter(each -> each.getClass().equals(wanted.getClass())
                        && each.where().equals(wanted.where()))
                .findFirst();
        return before.map(known -> switch (wanted) {
                    case Connection.Login login -> login.as(known.id(), known.name());
                    case Connection.Address address -> address.as(known.id(), known.name());
                    case Connection.Here here -> here;
                })
                .orElse(wanted);
    }
}
