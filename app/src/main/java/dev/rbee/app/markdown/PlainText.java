package dev.rbee.app.markdown;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown without its marks. Pure. */
public final class PlainText {
    private PlainText() {}

    /** Only the words of it, in their lines. */
    public static String of(String markdown) {
        Parser parser = Parser.builder().extensions(BlockNodes.EXTENSIONS).build();
        return TextContentRenderer.builder()
                .extensions(BlockNodes.EXTENSIONS)
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                .build()
                .render(parser.parse(markdown));
    }
}
