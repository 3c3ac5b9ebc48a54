package dev.rbee.service.update.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionNumberTest {
    private static final List<String> ORDER = List.of(
            "0.1.0", "0.1.1", "0.2.0-alpha", "0.2.0-rc.1", "0.2.0-rc.2", "0.2.0-rc.10", "0.2.0", "0.10.0", "1.0.0");

    @Test
    void orderedAsPeopleCount() {
        List<VersionNumber> mixed =
                new ArrayList<>(ORDER.stream().map(VersionNumber::parse).toList());
        Collections.shuffle(mixed, new Random(7));
        Collections.sort(mixed);
        assertEquals(ORDER.stream().map(VersionNumber::parse).toList(), mixed);
        assertEquals(VersionNumber.parse("1.0"), VersionNumber.parse("1.0.0"));
    }

    @Test
    void whatIsNoVersion() {
        for (String text : List.of("", "v1", "1.", "1.2.3.4.5", "1.0-", "1.0 ", "../1", "1.0-a/b", "9999999999")) {
            assertFalse(VersionNumber.is(text), text);
        }
        assertTrue(VersionNumber.is("0.2.0-rc.1"));
    }
}
