package dev.rbee.client.wake;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packet that a sleeping network card waits for (Wake-on-LAN): six bytes 0xff, then sixteen times its address. Immutable. */
public final class MagicPacket {
    private static final Logger LOG = LoggerFactory.getLogger(MagicPacket.class);
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\\1[0-9a-f]{2}){4}");
    private static final int TIMES = 16;

    private final byte[] address;

    private MagicPacket(byte[] address) {
        this.address = address;
    }

    /** For that hardware address, {@code aa:bb:cc:dd:ee:ff} or with hyphens. Throws {@code invalid_field} for any other text, group and zero addresses. */
    public static MagicPacket to(String mac) {
        String text = mac.strip().toLowerCase(Locale.ROOT);
        if (MAC.matcher(text).matches()) {
            byte[] address = HexFormat.of().parseHex(text.replaceAll("[:-]", ""));
            boolean group = (address[0] & 1) != 0;
            if (!group && !Arrays.equals(address, new byte[6])) {
                return new MagicPacket(address);
            }
        }
        throw new ProblemException(Problem.field(
                "mac", "\"" + mac + "\" is no hardware address of a machine.", "It looks like 3c:ec:ef:12:34:56."));
    }

    /** Its 102 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[address.length * (TIMES + 1)];
        Arrays.fill(bytes, 0, address.length, (byte) 0xff);
        for (int i = 1; i <= TIMES; i++) {
            System.arraycopy(address, 0, bytes, i * address.length, address.length);
        }
        return bytes;
    }

    /**
     * Sends it once to each of those; that nobody answers is the nature of it. Returns at once. Throws {@code wake_impossible} where
     * it could be sent to none of them.
     */
    public void send(Collection<InetSocketAddress> targets) {
        byte[] bytes = bytes();
        int sent = 0;
        String why = "there is no network to send it to";
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (InetSocketAddress target : targets) {
                try {
                    socket.send(new DatagramPacket(bytes, bytes.length, target));
                    sent++;
                } catch (IOException | IllegalArgumentException e) {
                    LOG.debug("target={} wake-up packet not sent: {}", target, e.toString());
                    why = String.valueOf(e.getMessage());
                }
            }
        } catch (IOException e) {
            why = String.valueOf(e.getMessage());
        }
        if (sent == 0) {
            throw ProblemException.of(
                    ProblemCode.WAKE_IMPOSSIBLE,
                    "The wake-up packet cannot be sent: " + why + ".",
                    "Look at this machine's network.");
        }
    }

    /** The hardware address. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(address);
    }
}
