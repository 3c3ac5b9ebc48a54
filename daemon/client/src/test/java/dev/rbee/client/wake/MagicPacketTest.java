package dev.rbee.client.wake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicPacketTest {
    @Test
    void arrivesAsTheCardExpectsIt() throws Exception {
        try (DatagramSocket card = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            card.setSoTimeout(10_000);
            MagicPacket.to("3C:EC:EF:12:34:56")
                    .send(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), card.getLocalPort())));
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            card.receive(packet);
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            assertArrayEquals(HexFormat.of().parseHex("ff".repeat(6) + "3cecef123456".repeat(16)), bytes);
        }
    }

    @Test
    void oneTargetThatCannotBeReachedDoesNotKeepItFromTheOthers() throws Exception {
        try (DatagramSocket card = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            card.setSoTimeout(10_000);
            MagicPacket.to("3c-ec-ef-12-34-56")
                    .send(List.of(
                            InetSocketAddress.createUnresolved("nowhere.invalid", 9),
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), card.getLocalPort())));
            card.receive(new DatagramPacket(new byte[2000], 2000));
        }
    }

    @Test
    void sentNowhereIsSaid() {
        MagicPacket packet = MagicPacket.to("3c:ec:ef:12:34:56");
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> packet.send(List.of(InetSocketAddress.createUnresolved("nowhere.invalid", 9))));
        assertEquals(ProblemCode.WAKE_IMPOSSIBLE, e.problem().code());
        assertThrows(ProblemException.class, () -> packet.send(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3c:ec:ef:12:34",
                "3c:ec:ef:12:34:56:78",
                "3c:ec-ef:12:34:56",
                "3g:ec:ef:12:34:56",
                "00:00:00:00:00:00",
                "ff:ff:ff:ff:ff:ff",
                "01:00:5e:00:00:01",
                "3cecef123456",
                "3c:ec:ef:12:34:56; reboot"
            })
    void otherTextsAreNoAddresses(String text) {
        ProblemException e = assertThrows(ProblemException.class, () -> MagicPacket.to(text));
        assertEquals(ProblemCode.INVALID_FIELD, e.problem().code());
    }

    @Test
    void goesToTheKnownNetworkFirst() {
        List<InetSocketAddress> targets = Broadcasts.targets("10.7.255.255");
        assertEquals(new InetSocketAddress("10.7.255.255", 9), targets.getFirst());
        assertTrue(targets.contains(new InetSocketAddress("255.255.255.255", 9)));
        assertEquals(
                new InetSocketAddress("255.255.255.255", 9),
                Broadcasts.targets("evil.example").getLast());
        assertTrue(Broadcasts.targets("evil.example").stream().noneMatch(InetSocketAddress::isUnresolved));
    }
}
