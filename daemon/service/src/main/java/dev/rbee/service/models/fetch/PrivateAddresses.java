package dev.rbee.service.models.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses nothing from outside may lead to: this machine, its networks, and what hides such addresses in itself. Pure. */
final class PrivateAddresses {
    private PrivateAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? four(bytes) : six(bytes));
    }

    private static boolean four(byte[] b) {
        int a = b[0] & 0xff;
        int c = b[1] & 0xff;
        int d = b[2] & 0xff;
        return a == 0
                || a == 10
                || a == 127
                || (a == 100 && c >= 64 && c < 128) // carrier-grade NAT
                || (a == 169 && c == 254)
                || (a == 172 && c >= 16 && c < 32)
                || (a == 192 && c == 168)
                || (a == 192 && c == 0 && (d == 0 || d == 2))
                || (a == 192 && c == 88 && d == 99)
                || (a == 198 && (c == 18 || c == 19))
                || (a == 198 && c == 51 && d == 100)
                || (a == 203 && c == 0 && d == 113)
                || a >= 224;
    }

    private static boolean six(byte[] b) {
        int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        if ((first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfe80 || (first & 0xffc0) == 0xfec0) {
            return true; // unique local, link local, site local
        }
        if (first == 0 && zero(b, 2, 10)) {
            return b[10] != b[11] || (b[10] != 0 && b[10] != -1) || embedded(b, 12); // mapped, compatible
        }
        if (first == 0x64 && second == 0xff9b) {
            return !zero(b, 4, 12) || embedded(b, 12); // NAT64
        }
        return switch (first) {
            case 0x2001 -> second == 0 || second == 0xdb8 || (second & 0xfff0) == 0x10 || (second & 0xfff0) == 0x20;
            case 0x2002 -> embedded(b, 2); // 6to4
            case 0x3fff -> (second & 0xf000) == 0; // documentation
            case 0x5f00 -> true; // segment routing
            case 0x100 -> zero(b, 2, 8); // discard
            default -> false;
        };
    }

    private static boolean embedded(byte[] bytes, int at) {
        try {
            return contains(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
