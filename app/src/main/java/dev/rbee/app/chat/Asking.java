package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.remote.ChatApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to have a message answered. Pure. */
final class Asking {
    /** Room that is kept for the answer where nobody says how long it may be. */
    private static final int ANSWER = 512;

    /**
     * The messages, and how many old ones were left out.
     *
     * @param left messages
     */
    record Asked(List<ChatApi.Message> messages, int left) {}

    private Asking() {}

    /** {@code path} ends with the message to answer; {@code context} is the most it may hold, null where that is not known. */
    static Asked of(List<Message> path, Setup setup, @Nullable Integer context) {
        List<ChatApi.Message> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            Message message = path.get(i);
            if (message.role() == Role.USER) {
                boolean answered =
                        i == path.size() - 1 || !said(path.get(i + 1)).isBlank();
                if (answered) {
                    all.add(new ChatApi.Message("user", with(message)));
                }
            } else if (!said(message).isBlank()) {
                all.add(new ChatApi.Message("assistant", said(message)));
            }
        }
        int left = setup.trim() && context != null ? trim(all, setup, context) : 0;
        if (!setup.prompt().isEmpty()) {
            all.addFirst(new ChatApi.Message("system", setup.prompt()));
        }
        return new Asked(List.copyOf(all), left);
    }

    /** An answer without what was thought: that is not said again. */
    private static String said(Message message) {
        return message.role() == Role.ASSISTANT
                ? Thinking.of(message.text().get()).answer()
                : message.text().get();
    }

    /** A message with its files, each in a fence that is longer than any in it. */
    static String with(Message message) {
        StringBuilder text = new StringBuilder();
        for (Attachment file : message.files()) {
            String fence = "```";
            while (file.text().contains(fence)) {
                fence += "`";
            }
            text.append(file.name())
                    .append(":\n")
                    .append(fence)
                    .append('\n')
                    .append(file.text().stripTrailing())
                    .append('\n')
                    .append(fence)
                    .append("\n\n");
        }
        return text.append(message.text().get()).toString();
    }

    /** Leaves out the oldest, question and answer together, until it fits with some room for the answer; never the last one. */
    private static int trim(List<ChatApi.Message> all, Setup setup, int context) {
        Integer most = setup.how().maxTokens();
        int answer = Math.min(most == null ? ANSWER : most, context / 2);
        int room = context - answer - (setup.prompt().isEmpty() ? 0 : Tokens.of(setup.prompt()) + 8);
        int sum = all.stream().mapToInt(each -> Tokens.of(each.text()) + 8).sum();
        int left = 0;
        while (all.size() > 1 && (sum > room || all.getFirst().role().equals("assistant"))) {
            sum -= Tokens.of(all.removeFirst().text()) + 8;
            left++;
        }
        return left;
    }
}
