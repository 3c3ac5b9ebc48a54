package dev.rbee.service.cli;

import dev.rbee.client.ChatListener;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows an answer while it comes: text as it is, or one JSON line per event. Used by the stream's thread, read after its end. */
final class AnswerPrinter implements ChatListener {
    private final Output output;
    private final StatusLine line;
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable Problem problem;
    private volatile @Nullable Usage usage;
    private volatile @Nullable Timings timings;
    private volatile String finish = "stop";
    private volatile @Nullable String worker;
    private int pieces;

    AnswerPrinter(Output output, StatusLine line) {
        this.output = output;
        this.line = line;
    }

    @Override
    public void started(Head head) {
        worker = head.worker();
        line.show("thinking", null);
    }

    @Override
    public void token(String piece) {
        line.close();
        text.append(piece);
        if (output.json()) {
            event("token", "token", piece, "index", pieces++);
        } else {
            output.piece(piece);
        }
    }

    @Override
    public void finish(String reason) {
        finish = reason;
    }

    @Override
    public void usage(Usage counted, @Nullable Timings measured) {
        usage = counted;
        timings = measured;
        if (output.json()) {
            event("metrics", "usage", counted, "timings", measured);
        }
    }

    @Override
    public void done() {
        line.close();
        if (output.json()) {
            event("end", "finish_reason", finish, "text", text.toString(), "worker_id", worker);
        } else if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') {
            output.piece(System.lineSeparator());
        }
    }

    @Override
    public void failed(Problem why) {
        line.close();
        if (!output.json() && !text.isEmpty()) {
            output.piece(System.lineSeparator());
        }
        problem = why;
    }

    private void event(String type, @Nullable Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                fields.put(String.valueOf(pairs[i]), value);
            }
        }
        output.line(fields, () -> "");
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    String text() {
        return text.toString();
    }

    /** {@code 58 tok/s · first 0.21 s · 312 tokens}, empty where nothing was counted. */
    String figures() {
        Usage counted = usage;
        Timings measured = timings;
        if (counted == null || measured == null) {
            return "";
        }
        return Words.speed(measured.predictedPerSecond())
                + String.format(
                        java.util.Locale.ROOT,
                        " · first %.2f s · %d tokens",
                        measured.ttftMs() / 1000,
                        counted.completionTokens());
    }
}
