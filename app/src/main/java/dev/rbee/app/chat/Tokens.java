package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Role;
import java.util.List;
import java.util.Locale;

/** How many tokens something is, about; exact only where a worker has counted. Pure. */
final class Tokens {
    /** Of English and of code; other scripts have fewer, which the worker's own count mends. */
    private static final double LETTERS = 3.6;

    /** What every message costs beside its words. */
    private static final int FRAME = 5;

    private Tokens() {}

    static int of(String text) {
        long wide = text.chars().filter(letter -> letter > 0x2E7F).count();
        return (int) Math.ceil((text.length() - wide) / LETTERS + wide);
    }

    static int of(List<Attachment> files) {
        return files.stream().mapToInt(file -> of(file.text()) + FRAME).sum();
    }

    /** Of a message with its files. */
    static int of(Message message) {
        return FRAME + of(message.text().get()) + of(message.files());
    }

    /** Of all on that path: as counted with its last answer, and what came after it. */
    static int used(List<Message> path, String system) {
        int after = 0;
        for (int i = path.size() - 1; i >= 0; i--) {
            Message message = path.get(i);
            Figures figures = message.figures();
            if (message.role() == Role.ASSISTANT
                    && figures != null
                    && figures.promptTokens() != null
                    && figures.tokens() != null) {
                return figures.promptTokens() + figures.tokens() + after;
            }
            after += of(message);
        }
        return system.isEmpty() ? after : after + FRAME + of(system);
    }

    /** {@code 512}, {@code 2.1k}, {@code 32k}. */
    static String words(int tokens) {
        if (tokens < 1_000) {
            return Integer.toString(tokens);
        }
        double thousands = tokens / 1024.0;
        return thousands >= 10 || tokens % 1024 == 0
                ? Math.round(thousands) + "k"
                : String.format(Locale.ROOT, "%.1fk", thousands);
    }
}
