package dev.rbee.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogLevelTest {
    @Test
    void theFirstWordThatNamesALevelCounts() {
        assertEquals(LogLevel.ERROR, LogLevel.of("12:00:01 ERROR hive=mac state=online->error"));
        assertEquals(LogLevel.WARN, LogLevel.of("12:00:01 WARN hive=mac: ERROR of before"));
        assertEquals(LogLevel.ERROR, LogLevel.of("java.lang.Exception in thread main: Exception"));
        assertEquals(LogLevel.PLAIN, LogLevel.of("12:00:01 INFO worker=w-1 errors=0"));
        assertEquals(LogLevel.PLAIN, LogLevel.of("terror and warnings"));
    }
}
