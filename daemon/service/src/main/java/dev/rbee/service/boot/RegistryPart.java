package dev.rbee.service.boot;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import dev.rbee.service.registry.RegistryListener;
import dev.rbee.service.registry.RegistryServer;
import dev.rbee.service.settings.Settings;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;

/** The registry with its run file, on its port or near it. */
final class RegistryPart implements AutoCloseable {
    private static final int NEAR = 20;

    private final RegistryServer server;
    private final RunFile file;
    private final String instance;

    private RegistryPart(RegistryServer server, RunFile file, String instance) {
        this.server = server;
        this.file = file;
        this.instance = instance;
    }

    /** Starts it; blocks until it serves. A port asked for by name must be free, else {@code port_taken} is thrown. */
    static RegistryPart start(Home home, Settings.Registry settings, String token, Consumer<String> say) {
        String instance = UUID.randomUUID().toString();
        RegistryServer server = near(settings, token, instance);
        if (settings.port() != 0 && server.port() != settings.port()) {
            say.accept("Port " + settings.port() + " is taken; the registry listens on " + server.port() + ".");
        }
        RunFile file = home.runFile("registry");
        file.write(new RunFile.Content(server.port(), ProcessHandle.current().pid(), instance, server.url()));
        return new RegistryPart(server, file, instance);
    }

    private static RegistryServer near(Settings.Registry settings, String token, String instance) {
        int usual = settings.port();
        int last = usual == 0 || settings.portExplicit() ? usual : usual + NEAR;
        for (int port = usual; port < last; port++) {
            try {
                return on(port, settings, token, instance);
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN) {
                    throw e;
                }
            }
        }
        return on(settings.portExplicit() ? usual : 0, settings, token, instance);
    }

    private static RegistryServer on(int port, Settings.Registry settings, String token, String instance) {
        return RegistryServer.start(new RegistryServer.Options(
                settings.bind(),
                port,
                token,
                instance,
                InstantSource.system(),
                System::nanoTime,
                RegistryListener.NONE));
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        file.remove(instance);
        server.close();
    }
}
