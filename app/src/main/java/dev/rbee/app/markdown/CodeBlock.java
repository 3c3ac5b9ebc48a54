package dev.rbee.app.markdown;

import dev.rbee.app.highlight.Highlighter;
import dev.rbee.app.theme.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Code with its language, in colours, with buttons to copy it and to break long lines; grows line by line. */
final class CodeBlock extends Column implements Growing {
    /** Lines that are laid out as one, so that a long listing is not laid out anew for each line that comes. */
    private static final int CHUNK = 24;

    private static final Run END_OF_LINE = new Run("\n", List.of("code-text", "tok-plain"));
    private static final dev.rbee.app.words.Words WORDS = dev.rbee.app.words.Words.of(CodeBlock.class);

    private final String language;
    private final Highlighter colours;
    private final Column lines = new Column();
    private List<String> shown = List.of();
    private String body = "";

    CodeBlock(String info, String code) {
        language = info.strip().split("\\s", 2)[0];
        colours = new Highlighter(language);
        getStyleClass().add("code-block");
        Sideways sideways = BlockNodes.styled(new Sideways(lines), "code-scroll");
        ToggleButton wrap = new ToggleButton("", new FontIcon(Feather.CORNER_DOWN_LEFT));
        wrap.getStyleClass().add("quiet");
        wrap.setAccessibleText(WORDS.get("code.wrap"));
        wrap.setTooltip(new Tooltip(WORDS.get("code.wrap")));
        wrap.selectedProperty().addListener((p, old, now) -> sideways.wrap(now));
        HBox head = new HBox(
                Ui.label(language.isBlank() ? WORDS.get("code.text") : language),
                Ui.spacer(),
                wrap,
                Ui.iconButton(
                        Feather.DOWNLOAD,
                        WORDS.get("code.save"),
                        () -> fireEvent(new CodeEvent(CodeName.of(language), body + "\n"))),
                Ui.copyButton(WORDS.get("code.copy"), () -> body));
        head.getStyleClass().add("code-head");
        getChildren().addAll(head, sideways);
        show(code);
    }

    @Override
    public boolean grow(Block block, Source source) {
        if (block instanceof FencedCodeBlock code && language.equals(language(code))) {
            show(code.getLiteral());
            return true;
        }
        return false;
    }

    private static String language(FencedCodeBlock code) {
        return code.getInfo() == null ? "" : code.getInfo().strip().split("\\s", 2)[0];
    }

    private void show(String code) {
        body = code.stripTrailing();
        List<String> now = body.replace("\t", "    ").lines().toList();
        int first = colours.show(now);
        if (first == now.size() && now.size() == shown.size()) {
            return;
        }
        shown = now;
        int chunk = Math.min(first, Math.max(0, now.size() - 1)) / CHUNK;
        int chunks = Math.max(1, (now.size() + CHUNK - 1) / CHUNK);
        while (lines.getChildren().size() > chunks) {
            lines.getChildren().removeLast();
        }
        for (int i = chunk; i < chunks; i++) {
            if (i == lines.getChildren().size()) {
                lines.getChildren().add(new Words());
            }
            ((Words) lines.getChildren().get(i))
                    .show(texts(i * CHUNK, Math.min(now.size(), (i + 1) * CHUNK)), address -> {});
        }
    }

    private List<Run> texts(int from, int to) {
        List<Run> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (var piece : colours.line(i)) {
                add(
                        texts,
                        new Run(piece.text(), List.of("code-text", piece.kind().style())));
            }
            if (i < to - 1) {
                add(texts, END_OF_LINE);
            }
        }
        return texts;
    }

    /** What looks alike becomes one text: fewer nodes to go over in each frame. */
    private static void add(List<Run> texts, Run next) {
        if (!texts.isEmpty() && next.follows(texts.getLast())) {
            texts.add(new Run(texts.removeLast().text() + next.text(), next.styles()));
        } else {
            texts.add(next);
        }
    }
}
