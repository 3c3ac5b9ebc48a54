package dev.rbee.service.registry;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.RegisterRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a component may say of itself. Pure; failures are {@code missing_field} and {@code invalid_field}. */
final class RegistryRules {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern IP6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int METADATA_BYTES = 4096;

    private RegistryRules() {}

    static RegisterRequest check(RegisterRequest request) {
        check(new ComponentRef(request.componentType(), request.componentId()));
        present("hostname", request.hostname());
        String host = request.hostname();
        if (!HOST.matcher(host).matches()
                && !(host.contains(":") && IP6.matcher(host).matches())) {
            throw field(
                    "hostname", "\"hostname\" is no host name and no IP address.", "Send a name or an address only.");
        }
        if (request.port() < 1 || request.port() > 65_535) {
            throw field("port", "\"port\" must be from 1 to 65535.", "Send the port the component listens on.");
        }
        metadata(request.metadata());
        return request;
    }

    static ComponentRef check(ComponentRef ref) {
        present("component_type", ref.componentType());
        present("component_id", ref.componentId());
        if (!ID.matcher(ref.componentId()).matches()) {
            throw field(
                    "component_id",
                    "\"component_id\" must be 1 to 128 letters, digits or . _ : @ - and begin with a letter or digit.",
                    "Choose another id.");
        }
        return ref;
    }

    private static void metadata(@Nullable Map<String, Object> metadata) {
        if (metadata == null) {
            return;
        }
        if (Json.bytes(metadata).length > METADATA_BYTES) {
            throw field("metadata", "\"metadata\" is larger than " + METADATA_BYTES + " bytes.", "Send less.");
        }
        for (String key : new String[] {"worker_type", "model"}) {
            if (metadata.get(key) != null && !(metadata.get(key) instanceof String)) {
                throw field("metadata." + key, "\"metadata." + key + "\" must be text.", "Send it as text.");
            }
        }
    }

    private static void present(String name, @Nullable Object value) {
        if (value == null) {
            throw new ProblemException(Problem.missing(name));
        }
    }

    private static ProblemException field(String name, String message, String hint) {
        return new ProblemException(Problem.field(name, message, hint));
    }
}
