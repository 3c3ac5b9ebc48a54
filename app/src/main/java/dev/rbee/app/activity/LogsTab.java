package dev.rbee.app.activity;

import dev.rbee.app.journal.JournalPane;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** All logs. JavaFX thread only. */
final class LogsTab implements Tab {
    private static final Words WORDS = Words.of(LogsTab.class);

    private final ActivityParts parts;
    private final JournalPane pane;

    LogsTab(ActivityParts parts) {
        this.parts = parts;
        pane = new JournalPane(
                parts.logs(), parts.background(), parts.presenter(), parts.clock(), parts.zone(), this::save);
    }

    private void save(List<String> lines) {
        parts.save()
                .ask(WORDS.get("export.title"), "rbee.log")
                .ifPresent(file -> parts.background()
                        .run(
                                () -> write(file, lines),
                                count -> parts.toasts().say(WORDS.get("logs.saved", count, file.getFileName())),
                                parts.presenter()::toast));
    }

    private static int write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
            return lines.size();
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    WORDS.get("cannot.write", String.valueOf(file), e.getMessage()),
                    WORDS.get("choose.another.folder.or.make"));
        }
    }

    /** Shows the log of that one only. */
    void only(String source) {
        pane.only(source);
    }

    /** The fleet has changed. */
    void update() {
        pane.update(parts.fleet().view().get(), parts.own().own());
    }

    @Override
    public String key() {
        return "logs";
    }

    @Override
    public String name() {
        return WORDS.get("logs");
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public void front(boolean connected) {
        pane.front(parts.fleet().view().get(), parts.own().own());
    }

    @Override
    public void back() {
        pane.rest();
    }

    @Override
    public void forget() {
        pane.rest();
    }

    @Override
    public void tick() {
        update();
    }

    @Override
    public void find() {
        pane.find();
    }
}
