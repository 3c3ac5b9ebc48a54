package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.Titles;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.Sampling;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Asks a model for a title, and makes one of what it says. Pure. */
final class TitleAsk {
    private static final String ASK = Words.of(TitleAsk.class).get("title.ask");
    /** Up to so many tokens the whole chat is sent, which the worker still has at hand; of a longer one only its beginnings. */
    private static final int WHOLE = 2_000;

    private static final int EXCERPT = 600;
    private static final int TOKENS = 40;
    private static final int TOKENS_WITH_THOUGHTS = 600;
    private static final int MOST_WORDS = 12;

    private TitleAsk() {}

    /** For a chat with that path, which is a question and its answer. */
    static ChatApi.Ask of(List<Message> path, Setup setup) {
        String answer = path.getLast().text().get();
        boolean thinks = !Thinking.of(answer).thought().isEmpty();
        Sampling how =
                new Sampling(0.2, null, null, null, null, thinks ? TOKENS_WITH_THOUGHTS : TOKENS, null, null, null);
        List<ChatApi.Message> all = new ArrayList<>(Asking.of(path, setup, null).messages());
        int tokens = all.stream().mapToInt(each -> Tokens.of(each.text())).sum();
        if (tokens <= WHOLE) {
            all.add(new ChatApi.Message("user", ASK));
        } else {
            String said = excerpt(path.getFirst().text().get());
            String back = excerpt(Thinking.of(answer).answer());
            all = List.of(new ChatApi.Message("user", ASK + "\n\n> " + said + "\n\n" + back));
        }
        return new ChatApi.Ask(List.copyOf(all), how, "");
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    /** The title in what a model said, without thoughts, quotes and marks; empty where there is none to speak of. */
    static String title(String said) {
        Thinking whole = Thinking.of(said);
        if (whole.open()) {
            return "";
        }
        String line = Titles.of(whole.answer(), "")
                .replaceFirst("^(?i:title)\\s*:\\s*", "")
                .replaceAll("^[\"'“”„«»‘’\\s]+|[\"'“”„«»‘’\\s]+$", "")
                .replaceAll("(?<=[\\p{L}\\p{N}])[.:]$", "");
        boolean longer = line.endsWith("…") || line.split("\\s+").length > MOST_WORDS;
        return longer || line.codePoints().noneMatch(Character::isLetterOrDigit) ? "" : line;
    }
}
