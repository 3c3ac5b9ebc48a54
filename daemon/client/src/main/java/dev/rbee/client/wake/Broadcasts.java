package dev.rbee.client.wake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where wake-up packets go. */
public final class Broadcasts {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcasts.class);
    /** Discard: nobody listens there, the card does not mind. */
    private static final int PORT = 9;

    private Broadcasts() {}

    /**
     * The sleeper's own network where it is known (routers may let it through), and those this machine is in. Asks the system, briefly.
     *
     * @param known {@code 192.168.1.255}; must be digits, names are not looked up
     */
    public static List<InetSocketAddress> targets(@Nullable String known) {
        Set<String> addresses = new LinkedHashSet<>();
        if (known != null && known.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            addresses.add(known);
        }
        try {
            NetworkInterface.networkInterfaces()
                    .filter(Broadcasts::usable)
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getBroadcast)
                    .filter(each -> each != null)
                    .map(InetAddress::getHostAddress)
                    .forEach(addresses::add);
        } catch (SocketException e) {
            LOG.debug("networks are not told: {}", e.toString());
        }
        addresses.add("255.255.255.255");
        return addresses.stream().map(each -> new InetSocketAddress(each, PORT)).toList();
    }

    private static boolean usable(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
