package dev.rbee.app.chats.transfer;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets only so many bytes pass between two rests, so that no single chat of a file fills the memory. */
final class BoundedInput extends FilterInputStream {
    private static final Words WORDS = Words.of(BoundedInput.class);

    private final long most;
    private long passed;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** The next chat begins. */
    void rest() {
        passed = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        passed += more;
        if (passed > most) {
            throw ProblemException.of(
                    ProblemCode.BODY_TOO_LARGE,
                    WORDS.get("a.chat.in.this.file.2", String.valueOf(most / 1_000_000)),
                    WORDS.get("take.it.out.of.the"));
        }
    }
}
