package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a hive may say of itself. Pure; throws {@link ProblemException} with the field's name. */
public final class HiveChecks {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}|[0-9a-fA-F:]{2,45}");

    private HiveChecks() {}

    /** A hive's id; {@code field} names it in the problem. */
    public static String id(@Nullable String id, String field) {
        if (id == null) {
            throw new ProblemException(Problem.missing(field));
        }
        if (!ID.matcher(id).matches()) {
            throw new ProblemException(Problem.field(
                    field,
                    "A hive's id has 1 to 64 letters, digits, dots, dashes and underscores.",
                    "Choose another id, for instance the machine's name."));
        }
        return id;
    }

    static @Nullable String host(@Nullable String host, String field) {
        if (host != null && !HOST.matcher(host).matches()) {
            throw new ProblemException(Problem.field(
                    field, "\"" + host + "\" is neither a host name nor an address.", "Send a name or an IP address."));
        }
        return host;
    }

    static @Nullable Integer port(@Nullable Integer port, String field) {
        if (port != null && (port < 1 || port > 65_535)) {
            throw new ProblemException(
                    Problem.field(field, "Port " + port + " does not exist.", "Send a number from 1 to 65535."));
        }
        return port;
    }

    /** Local where the name says so (seed 004), unless the hive says otherwise. */
    static HiveMode mode(@Nullable HiveMode said, String hostname) {
        if (said != null) {
            return said;
        }
        return hostname.equals("localhost") || hostname.equals("127.0.0.1") || hostname.equals("::1")
                ? HiveMode.LOCAL
                : HiveMode.NETWORK;
    }
}
