package dev.rbee.service.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
    private static String of(@Nullable String header, long size) {
        return ByteRange.of(Optional.ofNullable(header), size)
                .map(r -> (r.partial() ? "part " : "whole ") + r.first() + "-" + r.last())
                .orElse("none");
    }

    @Test
    void knowsTheFormsOfOneRange() {
        assertEquals("whole 0-99", of(null, 100));
        assertEquals("part 0-9", of("bytes=0-9", 100));
        assertEquals("part 90-99", of("bytes=90-", 100));
        assertEquals("part 95-99", of("bytes=-5", 100));
        assertEquals("part 0-99", of("bytes=-500", 100));
        assertEquals("part 99-99", of("bytes=99-5000", 100));
        assertEquals("none", of("bytes=100-", 100));
        assertEquals("none", of("bytes=-0", 100));
        assertEquals("none", of("bytes=0-", 0));
    }

    @Test
    void otherFormsGetTheWhole() {
        for (String odd :
                new String[] {"bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes=-", "bytes=1-999999999999999999999"}) {
            assertEquals("whole 0-99", of(odd, 100), odd);
        }
    }
}
