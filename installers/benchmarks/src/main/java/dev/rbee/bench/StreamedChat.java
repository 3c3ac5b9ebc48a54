package dev.rbee.bench;

import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.contract.inference.Usage;
import java.util.concurrent.locks.LockSupport;

/** Answers everything with the same long text in Markdown, a token of some four letters every five milliseconds, as a fast worker would. */
final class StreamedChat implements ChatApi {
    private static final long EVERY = 1_000_000_000L / 200;
    private static final int TOKENS = 1_500;
    private static final String SAID = """
            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps its keys **in order**. Which of the two is better depends on \
            what you ask of it most of the time: one key, or all keys from here to there, and whether the whole of it fits into memory.

            1. You only look things up: `HashMap`, with a capacity near to what you expect.
            2. You need ranges, like `from <= key`, or the next larger key.
               - A range of a *B-tree* is read from its leaves, one after the other.
               - A hash map would have to look at every single entry.
            3. It lies on a disk: pages of a **B-tree** are as large as what is read at once.

            | | Hash map | B-tree | Sorted array |
            |---|---|---|---|
            | Lookup | O(1) | O(log n) | O(log n) |
            | Range | O(n) | O(log n + k) | O(log n + k) |
            | Insert | O(1), rarely O(n) | O(log n) | O(n) |

            ```java
            var ages = new TreeMap<String, Integer>();
            for (String name : List.of("Bea", "Ada", "Cem", "Dora")) {
                ages.merge(name, 1, Integer::sum); // counts how often it came
            }
            if (ages.ceilingKey("C") instanceof String next) {
                System.out.println(next + " is " + ages.get(next));
            }
            ```

            > Measure before you choose: what is slow is seldom what one thinks it is.

            """.repeat(8);

    @Override
    public void stream(ChatTarget target, Ask ask, Listener listener) throws InterruptedException {
        listener.from(target.workerId(), null);
        long begun = System.nanoTime();
        int at = 0;
        for (int token = 0; token < TOKENS && at < SAID.length(); token++) {
            int end = Math.min(SAID.length(), at + 3 + token % 3);
            listener.token(SAID.substring(at, end));
            at = end;
            while (System.nanoTime() - begun < token * EVERY) {
                LockSupport.parkNanos(1_000_000);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        listener.end("stop", new Usage(20, TOKENS, TOKENS + 20), null);
    }
}
