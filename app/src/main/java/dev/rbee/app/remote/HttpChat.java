package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.client.ChatListener;
import dev.rbee.client.ChatStream;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.client.Remote;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chats over HTTP: the same call to the queen and straight to a worker. */
public final class HttpChat implements ChatApi {
    private static final Words WORDS = Words.of(HttpChat.class);

    private final Queens queens;
    private final Http http;

    /** Speaks to the queen of the moment, and to her workers with keys derived from her installation's token. */
    public HttpChat(Queens queens, Http http) {
        this.queens = queens;
        this.http = http;
    }

    @Override
    public void stream(ChatTarget target, Ask ask, Listener listener) throws InterruptedException {
        Remote remote = target.queenless() ? worker(target) : queens.get();
        Ear ear = new Ear(listener, target);
        try (ChatStream stream = ChatStream.chat(
                remote, ChatBody.of(target.model(), ask), target.queenless() ? null : target.workerId(), ear)) {
            stream.join();
        }
        Problem problem = ear.problem;
        if (problem != null) {
            throw new ProblemException(problem);
        }
    }

    /** The worker at that address, after it has proven that it is the one. */
    private Remote worker(ChatTarget target) {
        String id = Objects.requireNonNull(target.workerId(), "a queenless chat names its worker");
        Credential credential = queens.worker(id);
        String url = queens.site().ways().here(target.url());
        if (!Proof.holds(http, url, credential, URI.create(target.url()).getPort())) {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE,
                    WORDS.get("the.worker.does.not.answer", id, target.url()),
                    WORDS.get("try.again.another.worker.is"));
        }
        return new Remote(url, () -> credential, http, id);
    }

    private static final class Ear implements ChatListener {
        private final Listener listener;
        private final ChatTarget target;
        private @Nullable String reason;
        private @Nullable Usage usage;
        private @Nullable Timings timings;
        private volatile @Nullable Problem problem;

        Ear(Listener listener, ChatTarget target) {
            this.listener = listener;
            this.target = target;
        }

        @Override
        public void started(Head head) {
            listener.from(head.worker() == null ? target.workerId() : head.worker(), head.hive());
        }

        @Override
        public void thought(String text) {
            listener.thought(text);
        }

        @Override
        public void token(String text) {
            listener.token(text);
        }

        @Override
        public void finish(String why) {
            reason = why;
        }

        @Override
        public void usage(Usage counted, @Nullable Timings measured) {
            usage = counted;
            timings = measured;
        }

        @Override
        public void done() {
            listener.end(reason, usage, timings);
        }

        @Override
        public void failed(Problem why) {
            problem = why;
        }
    }
}
