package dev.rbee.worker.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the notation as strictly as llama.cpp build 4916 does, with an end to size and depth. One thread, once. */
final class GbnfParser {
    private static final int MAX_LENGTH = 256 * 1024;
    private static final int MAX_DEPTH = 64;

    private final GbnfScanner in;
    private final Map<String, GbnfNode.Choice> rules = new LinkedHashMap<>();

    GbnfParser(String grammar) {
        if (grammar.length() > MAX_LENGTH) {
            throw new GbnfFault("it has " + grammar.length() + " characters, more than " + MAX_LENGTH);
        }
        in = new GbnfScanner(grammar);
    }

    Map<String, GbnfNode.Choice> parse() {
        in.space(true);
        while (!in.atEnd()) {
            rule();
        }
        return rules;
    }

    private void rule() {
        String name = in.name();
        in.space(false);
        in.demand("::=", "after the rule's name \"" + name + "\"");
        in.space(true);
        if (rules.put(name, choice(0)) != null) {
            throw new GbnfFault("the rule \"" + name + "\" is there twice");
        }
        if (!in.atEnd() && !in.newline()) {
            throw in.fault("a new line or the end is expected");
        }
        in.space(true);
    }

    private GbnfNode.Choice choice(int depth) {
        if (depth > MAX_DEPTH) {
            throw new GbnfFault("its brackets are more than " + MAX_DEPTH + " deep");
        }
        List<List<GbnfNode>> sequences = new ArrayList<>();
        sequences.add(sequence(depth));
        while (in.take('|')) {
            in.space(true);
            sequences.add(sequence(depth));
        }
        return new GbnfNode.Choice(sequences);
    }

    private List<GbnfNode> sequence(int depth) {
        List<GbnfNode> items = new ArrayList<>();
        boolean nested = depth > 0;
        while (true) {
            if (in.take('"')) {
                items.add(new GbnfNode.Literal(in.literal()));
            } else if (in.take('[')) {
                in.set();
                items.add(new GbnfNode.Chars());
            } else if (in.take('.')) {
                items.add(new GbnfNode.Chars());
            } else if (in.take('(')) {
                in.space(true);
                items.add(choice(depth + 1));
                in.demand(")", "at the end of a group");
            } else if (in.atName()) {
                items.add(new GbnfNode.Ref(in.name()));
            } else if (in.atRepetition()) {
                repeat(items);
            } else {
                return items;
            }
            in.space(nested);
        }
    }

    private void repeat(List<GbnfNode> items) {
        if (items.isEmpty()) {
            throw in.fault("there is nothing to repeat");
        }
        int[] times = in.repetition();
        items.add(new GbnfNode.Repeat(items.removeLast(), times[0], times[1]));
    }
}
