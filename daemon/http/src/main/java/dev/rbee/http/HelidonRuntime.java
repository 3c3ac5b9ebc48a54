package dev.rbee.http;

import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Helidon's global side: no search for services on the class path, which is 150 ms of every start and finds nothing that rbee uses, and no
 * banner in the log.
 */
final class HelidonRuntime {
    /** Held, since the logging of the JDK forgets levels of loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("io.helidon");

    private HelidonRuntime() {}

    /** Before anything else of Helidon is touched; does nothing the second time. */
    static synchronized void prepare() {
        LOG.setLevel(Level.WARNING);
        if (!GlobalServiceRegistry.configured()) {
            var _ = GlobalServiceRegistry.registry(ServiceRegistryManager.create(ServiceRegistryConfig.builder()
                            .discoverServices(false)
                            .discoverServicesFromServiceLoader(false)
                            .build())
                    .registry());
        }
    }

    /** Runs a start, whose failures are said by us and need no line of Helidon's. */
    static synchronized void quietly(Runnable start) {
        LOG.setLevel(Level.OFF);
        try {
            start.run();
        } finally {
            LOG.setLevel(Level.WARNING);
        }
    }
}
