package dev.rbee.app.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The text inside a block, with its emphasis. A link does nothing by itself: a click hands its address over. */
final class Inlines {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`]*[^\\s<>\"'`.,;:!?)\\]}*_]");
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");

    private final List<Run> runs = new ArrayList<>();

    private Inlines() {}

    static List<Run> of(Node parent, List<String> styles) {
        Inlines inlines = new Inlines();
        inlines.add(parent, styles);
        return inlines.runs;
    }

    private void add(Node parent, List<String> styles) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> addresses(joined(text), styles);
                case Code code -> text(code.getLiteral(), with(styles, "code"));
                case StrongEmphasis strong -> add(strong, with(styles, "bold"));
                case Emphasis emphasis -> add(emphasis, with(styles, "italic"));
                case Strikethrough gone -> add(gone, with(styles, "struck"));
                case Link link -> link(link, styles);
                case Image image -> image(image, styles);
                case Formula formula -> text(formula.literal(), with(styles, "math"));
                case SoftLineBreak line -> text(" ", styles);
                case HardLineBreak line -> text("\n", styles);
                case HtmlInline html ->
                    text(BREAK.matcher(html.getLiteral()).matches() ? "\n" : html.getLiteral(), styles);
                default -> add(node, styles);
            }
            while (node instanceof org.commonmark.node.Text && node.getNext() instanceof org.commonmark.node.Text) {
                node = node.getNext();
            }
        }
    }

    /** The parser cuts at every mark that means nothing after all. */
    private static String joined(org.commonmark.node.Text first) {
        StringBuilder all = new StringBuilder();
        for (Node node = first; node instanceof org.commonmark.node.Text text; node = node.getNext()) {
            all.append(text.getLiteral());
        }
        return all.toString();
    }

    private void addresses(String literal, List<String> styles) {
        if (styles.contains("link")) {
            text(literal, styles);
            return;
        }
        Matcher address = ADDRESS.matcher(literal);
        int at = 0;
        while (address.find()) {
            text(literal.substring(at, address.start()), styles);
            runs.add(new Run(address.group(), with(styles, "link"), address.group()));
            at = address.end();
        }
        text(literal.substring(at), styles);
    }

    private void link(Link link, List<String> styles) {
        int before = runs.size();
        add(link, with(styles, "link"));
        linked(before, link.getDestination());
    }

    /** Never fetched: its words, and where it would be. */
    private void image(Image image, List<String> styles) {
        int before = runs.size();
        add(image, with(styles, "link"));
        if (runs.size() == before) {
            text(image.getDestination(), with(styles, "link"));
        }
        linked(before, image.getDestination());
    }

    private void linked(int from, String address) {
        runs.subList(from, runs.size()).replaceAll(run -> new Run(run.text(), run.styles(), address));
    }

    private void text(String literal, List<String> styles) {
        if (!literal.isEmpty()) {
            runs.add(new Run(literal, styles));
        }
    }

    private static List<String> with(List<String> styles, String more) {
        List<String> all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
