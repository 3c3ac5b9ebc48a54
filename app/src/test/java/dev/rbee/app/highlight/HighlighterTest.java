package dev.rbee.app.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {
    private static String coloured(String language, String... lines) {
        Highlighter highlighter = new Highlighter(language);
        highlighter.show(List.of(lines));
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            for (Piece piece : highlighter.line(i)) {
                all.append(
                        piece.kind() == Kind.PLAIN
                                ? piece.text()
                                : "<" + piece.kind().name().charAt(0) + piece.text() + ">");
            }
            all.append(i < lines.length - 1 ? "|" : "");
        }
        return all.toString();
    }

    @Test
    void wordsTextsNumbersAndCommentsAreTold() {
        assertEquals("<Kint> x = <N0x1F>; <C// one>", coloured("java", "int x = 0x1F; // one"));
        assertEquals(
                "<Kdef> <Nf>(a):|    <Kreturn> <S\"\"\"b>|<Sc\"\"\"> + <S'd'>",
                coloured("python", "def f(a):", "    return \"\"\"b", "c\"\"\" + 'd'"));
        assertEquals("<C/* one>|<Ctwo */> <Kreturn> <N1>;", coloured("C++", "/* one", "two */ return 1;"));
        assertEquals("<KSELECT> a <Kfrom> t <C-- all>", coloured("sql", "SELECT a from t -- all"));
        assertEquals("<N\"a\">: <Ktrue>, <N\"b\">: <S\"c\">", coloured("json", "\"a\": true, \"b\": \"c\""));
        assertEquals(
                "<<Kp> <Nclass>=<S\"x\">>hi</<Kp>><C<!-- no>|<C-->>",
                coloured("html", "<p class=\"x\">hi</p><!-- no", "-->"));
        assertEquals("<A+ in>|<R- out>", coloured("diff", "+ in", "- out"));
        assertEquals(
                "echo $# <S\"$x\"> <C# say>",
                coloured("bash", "echo $# \"$x\" # say").replace("<Kecho>", "echo"));
        assertEquals("int x;", coloured("no such language", "int x;"));
    }

    /** Nothing may be lost, whatever comes, and what grows line by line ends as if it had come at once. */
    @Test
    void everyCharacterStays() {
        Random random = new Random(7);
        String signs = "ab1 \"'`/*-#<>=\\\\{}:+@$.!é";
        for (String language :
                List.of("java", "python", "html", "bash", "json", "yaml", "css", "diff", "lua", "sql", "rust")) {
            Highlighter grown = new Highlighter(language);
            List<String> lines = new java.util.ArrayList<>();
            for (int i = 0; i < 60; i++) {
                lines.add(random.ints(random.nextInt(30), 0, signs.length())
                        .mapToObj(at -> signs.substring(at, at + 1))
                        .collect(Collectors.joining()));
                grown.show(lines);
            }
            Highlighter whole = new Highlighter(language);
            whole.show(lines);
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(
                        lines.get(i), whole.line(i).stream().map(Piece::text).collect(Collectors.joining()));
                assertEquals(whole.line(i), grown.line(i), language);
            }
        }
    }

    @Test
    void aVeryLongLineStaysPlain() {
        String line = "int ".repeat(1_000);
        Highlighter highlighter = new Highlighter("java");
        highlighter.show(List.of(line));
        assertTrue(highlighter.line(0).size() == 1
                && highlighter.line(0).getFirst().kind() == Kind.PLAIN);
    }
}
