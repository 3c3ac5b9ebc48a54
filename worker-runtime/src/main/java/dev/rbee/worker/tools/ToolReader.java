package dev.rbee.worker.tools;

import dev.rbee.worker.answers.Reading;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.text.StopText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers of the form that {@link dev.rbee.worker.grammar.ToolGrammar} holds them to, as they come: words of the answer and
 * calls of tools with their arguments in pieces. For one answer, one thread.
 */
public final class ToolReader implements Reading {
    private static final String RESPONSE = "{\"response\":\"";
    private static final String CALLS = "{\"tool_calls\":[";
    private static final Pattern CALL = Pattern.compile("\\{\"name\":\"([^\"]+)\",\"arguments\":");

    private enum Where {
        HEAD,
        WORDS,
        CALL,
        ARGUMENTS,
        BETWEEN,
        OVER
    }

    private final String requestId;
    private final StopText stops;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
    private final JsonText words = new JsonText();
    private Where where = Where.HEAD;
    private int index = -1;
    private int depth;
    private boolean inText;
    private boolean escaped;

    /**
     * For one answer.
     *
     * @param stop texts that end the answer's words; what calls of tools say is not cut
     */
    public ToolReader(String requestId, List<String> stop) {
        this.requestId = requestId;
        this.stops = new StopText(stop);
    }

    @Override
    public List<GenerationEvent> of(GenerationEvent event) {
        List<GenerationEvent> said = new ArrayList<>();
        switch (event) {
            case GenerationEvent.Piece(String text) -> {
                for (int i = 0; i < text.length(); i++) {
                    next(text.charAt(i), said);
                }
                flush(said);
            }
            case GenerationEvent.Ended ended -> {
                words(stops.rest(), said);
                boolean called = index >= 0 && ended.reason() == FinishReason.STOP;
                said.add(
                        called
                                ? new GenerationEvent.Ended(FinishReason.TOOL_CALLS, ended.usage(), ended.timings())
                                : ended);
            }
            case GenerationEvent.Started _,
                    GenerationEvent.Reasoning _,
                    GenerationEvent.ToolCall _,
                    GenerationEvent.Failed _ -> said.add(event);
        }
        return said;
    }

    private void next(char c, List<GenerationEvent> said) {
        switch (where) {
            case HEAD -> {
                add(c);
                String so = head.toString();
                where = so.equals(RESPONSE) ? Where.WORDS : so.equals(CALLS) ? Where.CALL : Where.HEAD;
                head.setLength(where == Where.HEAD ? head.length() : 0);
            }
            case WORDS -> {
                words.feed(c);
                where = words.ended() ? Where.OVER : Where.WORDS;
            }
            case CALL -> {
                add(c);
                Matcher begun = CALL.matcher(head);
                if (begun.matches()) {
                    index++;
                    said.add(
                            new GenerationEvent.ToolCall(index, "call_" + requestId + "_" + index, begun.group(1), ""));
                    head.setLength(0);
                    depth = 0;
                    where = Where.ARGUMENTS;
                }
            }
            case ARGUMENTS -> argument(c, said);
            case BETWEEN -> where = c == ',' ? Where.CALL : c == ']' ? Where.OVER : Where.BETWEEN;
            case OVER -> {}
        }
    }

    /** Blanks between the parts mean nothing. */
    private void add(char c) {
        if (!Character.isWhitespace(c)) {
            head.append(c);
        }
    }

    private void argument(char c, List<GenerationEvent> said) {
        if (depth == 0 && c != '{') {
            return;
        }
        arguments.append(c);
        if (inText) {
            inText = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
            if (depth == 0) {
                flush(said);
                where = Where.BETWEEN;
            }
        }
    }

    private void flush(List<GenerationEvent> said) {
        if (!arguments.isEmpty()) {
            said.add(new GenerationEvent.ToolCall(index, null, null, arguments.toString()));
            arguments.setLength(0);
        }
        words(stops.feed(words.take()), said);
    }

    private static void words(String text, List<GenerationEvent> said) {
        if (!text.isEmpty()) {
            said.add(new GenerationEvent.Piece(text));
        }
    }
}
