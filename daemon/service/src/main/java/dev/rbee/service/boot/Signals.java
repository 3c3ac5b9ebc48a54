package dev.rbee.service.boot;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals of the operating system. The JDK's class for them is in {@code jdk.unsupported} and javac warns about every
 * mention of it, so it is called by reflection; where it is missing, signals keep their usual meaning.
 */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private Signals() {}

    /** Calls {@code handler} with the signal's name ({@code TERM}, {@code INT}, {@code HUP}) on a thread of the JVM's. */
    static void on(Consumer<String> handler, String... names) {
        for (String name : names) {
            try {
                Class<?> signal = Class.forName("sun.misc.Signal");
                Class<?> type = Class.forName("sun.misc.SignalHandler");
                Object proxy =
                        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                            if (method.getName().equals("handle")) {
                                handler.accept(name);
                                return null;
                            }
                            return method.getName().equals("hashCode") ? System.identityHashCode(self) : (Object) false;
                        });
                signal.getMethod("handle", signal, type)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                LOG.debug("signal {} keeps its usual meaning: {}", name, e.toString());
            }
        }
    }

    /**
     * Ctrl-C and the end of a terminal reach every process in it; a child ignores both and waits for what its parent tells it.
     * Its own children inherit that.
     */
    static void leaveToParent() {
        for (String name : new String[] {"INT", "HUP"}) {
            try {
                Class<?> signal = Class.forName("sun.misc.Signal");
                Class<?> type = Class.forName("sun.misc.SignalHandler");
                Object ignore = type.getField("SIG_IGN").get(null);
                signal.getMethod("handle", signal, type)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                LOG.debug("signal {} keeps its usual meaning: {}", name, e.toString());
            }
        }
    }
}
