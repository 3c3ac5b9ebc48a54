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

    @Test
    void ourLinesAreShownByTimeAndWordsOthersAsTheyAre() {
        assertEquals(
                "11:58:07  worker=w-1 state=idle->busy",
                LogLine.of("2026-03-01T11:58:07.123+01:00 INFO  [http-1] d.r.s.q.Workers worker=w-1 state=idle->busy")
                        .text());
        assertEquals(
                "llama_model_load: 12 layers",
                LogLine.of("llama_model_load: 12 layers").text());
        assertEquals(401, LogLine.of("x".repeat(5000)).text().length());
    }
}
