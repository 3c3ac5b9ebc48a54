package dev.rbee.app.connect;

import dev.rbee.app.words.Words;

/** Words that several parts of this package say. */
final class ConnectWords {
    static final Words WORDS = Words.of(ConnectWords.class);

    private ConnectWords() {}

    static String here() {
        return WORDS.get("here");
    }
}
