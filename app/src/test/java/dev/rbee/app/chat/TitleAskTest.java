package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleAskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bees in winter|Bees in winter",
                "\"Bees in winter.\"|Bees in winter",
                "Title: **Bees in winter**|Bees in winter",
                "<think>short, then</think>## Bees in winter|Bees in winter",
                "<think>it never came to an end|~~",
                "“Bienen im Winter”|Bienen im Winter",
                "C#: what is new?|C#: what is new?",
                "...|~~",
                "Sure, here is a title for this conversation that you could use if you like it|~~"
            })
    void aTitleIsTakenFromWhatAModelSays(String said, String title) {
        assertEquals(title, TitleAsk.title(said));
    }
}
