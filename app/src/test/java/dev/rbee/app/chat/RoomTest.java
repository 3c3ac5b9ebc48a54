package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Setup PLAIN = Setup.PLAIN;

    @Test
    void oneMessageThatIsTooLongIsToldBeforeItIsSent() {
        assertEquals(new Room.Alone(10_000, 1024, true), Room.of(List.of(), PLAIN, 10_000, 1024));
        assertEquals(
                new Room.Alone(10_000, 1024, true),
                Room.of(List.of(), PLAIN.trimmed(true), 10_000, 1024),
                "leaving out others does not help it");
    }

    @Test
    void whatIsWrittenCountsAmongWhatIsUsed() {
        assertInstanceOf(Room.Enough.class, Room.of(List.of(), PLAIN, 800, 1024));
        assertInstanceOf(Room.Little.class, Room.of(List.of(), PLAIN, 900, 1024));
        assertInstanceOf(Room.Enough.class, Room.of(List.of(), PLAIN.trimmed(true), 900, 1024));
        assertInstanceOf(Room.Enough.class, Room.of(List.of(), PLAIN, 900, null));
    }
}
