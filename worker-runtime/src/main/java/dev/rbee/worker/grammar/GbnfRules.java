package dev.rbee.worker.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a grammar's rules have to be beyond well written. One thread, once. */
final class GbnfRules {
    private static final int MAX_RULES = 5_000;
    private static final int MAX_CHAIN = 300;
    private static final long MAX_SIZE = 50_000;

    private final Map<String, GbnfNode.Choice> rules;
    private final Set<String> nullable = new HashSet<>();
    private final Map<String, Boolean> walked = new HashMap<>();

    GbnfRules(Map<String, GbnfNode.Choice> rules) {
        this.rules = rules;
    }

    void check() {
        if (rules.size() > MAX_RULES) {
            throw new GbnfFault("it has " + rules.size() + " rules, more than " + MAX_RULES);
        }
        if (!rules.containsKey("root")) {
            throw new GbnfFault("it has no rule \"root\"");
        }
        long size = 0;
        for (Map.Entry<String, GbnfNode.Choice> rule : rules.entrySet()) {
            size += size(rule.getValue(), rule.getKey());
            if (size > MAX_SIZE) {
                throw new GbnfFault("its repetitions make it too large");
            }
        }
        findNullable();
        for (String rule : rules.keySet()) {
            walk(rule, 0);
        }
    }

    /** Elements after the repetitions are written out, as the library does. */
    private long size(GbnfNode node, String rule) {
        long size = switch (node) {
            case GbnfNode.Chars() -> 1;
            case GbnfNode.Literal(int length) -> length;
            case GbnfNode.Ref(String name) -> {
                if (!rules.containsKey(name)) {
                    throw new GbnfFault("the rule \"" + rule + "\" names \"" + name + "\", which there is not");
                }
                yield 1;
            }
            case GbnfNode.Choice(List<List<GbnfNode>> sequences) ->
                sequences.stream()
                        .flatMap(List::stream)
                        .mapToLong(item -> size(item, rule))
                        .sum();
            case GbnfNode.Repeat(GbnfNode item, int least, int most) ->
                size(item, rule) * Math.max(1, most == GbnfNode.ENDLESS ? least + 1 : most);
        };
        if (size > MAX_SIZE) {
            throw new GbnfFault("the repetitions of the rule \"" + rule + "\" make it too large");
        }
        return size;
    }

    private void findNullable() {
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, GbnfNode.Choice> rule : rules.entrySet()) {
                if (nullable(rule.getValue())) {
                    more |= nullable.add(rule.getKey());
                }
            }
        }
    }

    private boolean nullable(GbnfNode node) {
        return switch (node) {
            case GbnfNode.Chars() -> false;
            case GbnfNode.Literal(int length) -> length == 0;
            case GbnfNode.Ref(String name) -> nullable.contains(name);
            case GbnfNode.Choice(List<List<GbnfNode>> sequences) ->
                sequences.stream().anyMatch(sequence -> sequence.stream().allMatch(this::nullable));
            case GbnfNode.Repeat(GbnfNode item, int least, int most) -> least == 0 || nullable(item);
        };
    }

    /** Follows what a rule may begin with; a rule met again on the way calls itself without end. */
    private void walk(String rule, int depth) {
        Boolean state = walked.get(rule);
        if (Boolean.TRUE.equals(state)) {
            return;
        }
        if (depth > MAX_CHAIN) {
            throw new GbnfFault("more than " + MAX_CHAIN + " rules begin with one another, up to \"" + rule + "\"");
        }
        if (state != null) {
            throw new GbnfFault("the rule \"" + rule + "\" calls itself before it takes a character (left recursion)");
        }
        walked.put(rule, false);
        begins(rules.getOrDefault(rule, new GbnfNode.Choice(List.of())), rule, depth);
        walked.put(rule, true);
    }

    private void begins(GbnfNode node, String rule, int depth) {
        switch (node) {
            case GbnfNode.Chars(), GbnfNode.Literal(int _) -> {}
            case GbnfNode.Ref(String name) -> walk(name, depth + 1);
            case GbnfNode.Choice(List<List<GbnfNode>> sequences) ->
                sequences.forEach(sequence -> begin(sequence, rule, depth));
            case GbnfNode.Repeat(GbnfNode item, int _, int most) -> {
                if (most == GbnfNode.ENDLESS && nullable(item)) {
                    throw new GbnfFault("the rule \"" + rule + "\" repeats nothing without end");
                }
                begins(item, rule, depth);
            }
        }
    }

    private void begin(List<GbnfNode> sequence, String rule, int depth) {
        boolean open = true;
        for (GbnfNode item : sequence) {
            if (open) {
                begins(item, rule, depth);
            } else {
                endless(item, rule);
            }
            open &= nullable(item);
        }
    }

    /** Repetitions behind the beginning have to be sound as well. */
    private void endless(GbnfNode node, String rule) {
        switch (node) {
            case GbnfNode.Chars(), GbnfNode.Literal(int _), GbnfNode.Ref(String _) -> {}
            case GbnfNode.Choice(List<List<GbnfNode>> sequences) ->
                sequences.forEach(sequence -> sequence.forEach(item -> endless(item, rule)));
            case GbnfNode.Repeat(GbnfNode item, int _, int most) -> {
                if (most == GbnfNode.ENDLESS && nullable(item)) {
                    throw new GbnfFault("the rule \"" + rule + "\" repeats nothing without end");
                }
                endless(item, rule);
            }
        }
    }
}
