package dev.rbee.worker.serve;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.worker.answers.Delivery;
import dev.rbee.worker.answers.Form;
import dev.rbee.worker.answers.InferForm;
import dev.rbee.worker.answers.OpenAiForm;
import dev.rbee.worker.answers.Reading;
import dev.rbee.worker.engine.ChatEngine;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.ChatTurn;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.grammar.ToolGrammar;
import dev.rbee.worker.requests.ChatBody;
import dev.rbee.worker.requests.CompletionBody;
import dev.rbee.worker.requests.Continued;
import dev.rbee.worker.requests.InferBody;
import dev.rbee.worker.requests.TextRequest;
import dev.rbee.worker.template.ChatMl;
import dev.rbee.worker.tools.ToolReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The routes that make text: {@code /v1/infer}, {@code /v1/chat/completions}, {@code /v1/completions}. */
final class Inference {
    private final Identity self;
    private final Life life;
    private final Running running;
    private final Counters counters;
    private final InstantSource clock;

    Inference(Identity self, Life life, Running running, Counters counters, InstantSource clock) {
        this.self = self;
        this.life = life;
        this.running = running;
        this.counters = counters;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.post("/v1/chat/completions", x -> served(x, this::chat));
        routes.post("/v1/completions", x -> served(x, this::completion));
        routes.post("/v1/infer", x -> served(x, this::infer));
    }

    private interface Work {
        void answer(Exchange x, Engine engine, String id) throws ClientGone, InterruptedException;
    }

    private void served(Exchange x, Work work) throws ClientGone, InterruptedException {
        String id = running.name(x.header(Headers.REQUEST_ID).orElse(""));
        x.responseHeader(Headers.REQUEST_ID, id);
        x.responseHeader(Headers.WORKER, self.workerId());
        x.responseHeader(Headers.HIVE, self.hiveId());
        running.began();
        try {
            work.answer(x, life.open(), id);
        } catch (ProblemException e) {
            counters.refused.increment();
            throw e;
        } finally {
            running.ended(id);
            life.changed();
        }
    }

    private void chat(Exchange x, Engine engine, String id) throws ClientGone, InterruptedException {
        ChatBody body = ChatBody.of(x.json(), self.model());
        Form form = new OpenAiForm(true, body.text().includeUsage(), id, seconds(), self.model());
        demandVision(body, engine);
        if (engine instanceof ChatEngine chats && takesWhole(chats, body)) {
            try (Generation generation = chats.chat(spec(id, body))) {
                deliver(x, generation, Reading.PLAIN, body.text().stream(), form);
            }
            return;
        }
        ChatSpec.Tools tools = body.tools();
        if (tools == null) {
            deliver(x, engine, id, engine.render(body.turns()), stops(engine, body.text()), body.text(), form);
            return;
        }
        List<String> ends = stops(engine, body.text().without());
        TextRequest held = body.text().held(ToolGrammar.of(tools));
        try (Generation generation = engine.generate(spec(id, engine.render(body.turns()), ends, held))) {
            deliver(x, generation, new ToolReader(id, body.text().stop()), held.stream(), form);
        }
    }

    /** A beginning that another worker gave goes behind a rendered prompt, as tools do that the template does not know. */
    private static boolean takesWhole(ChatEngine engine, ChatBody body) {
        return body.text().continued() == null && (engine.knowsTools() || !body.aboutTools());
    }

    private void completion(Exchange x, Engine engine, String id) throws ClientGone, InterruptedException {
        CompletionBody body = CompletionBody.of(x.json(), self.model());
        Form form = new OpenAiForm(false, body.text().includeUsage(), id, seconds(), self.model());
        deliver(x, engine, id, body.prompt(), body.text().stop(), body.text(), form);
    }

    private void infer(Exchange x, Engine engine, String id) throws ClientGone, InterruptedException {
        InferBody body = InferBody.of(x.json(), self.model());
        Continued before = body.text().continued();
        Form form = new InferForm(
                id,
                self.workerId(),
                self.model(),
                engine.facts().context(),
                before == null ? "" : before.text(),
                before == null ? 0 : before.tokens());
        boolean raw = body.raw() || engine.facts().template().equals("none");
        String prompt = raw ? plain(body) : engine.render(turns(body));
        deliver(x, engine, id, prompt, raw ? body.text().stop() : stops(engine, body.text()), body.text(), form);
    }

    private void deliver(
            Exchange x, Engine engine, String id, String prompt, List<String> stop, TextRequest text, Form form)
            throws ClientGone, InterruptedException {
        Continued before = text.continued();
        try (Generation generation = engine.generate(spec(id, prompt, stop, text))) {
            Form whole = before == null ? form : new ContinuedForm(form, before);
            deliver(x, generation, Reading.PLAIN, text.stream(), whole);
        }
    }

    private void deliver(Exchange x, Generation generation, Reading reading, boolean stream, Form form)
            throws ClientGone, InterruptedException {
        running.add(generation);
        life.changed();
        Form counted = new CountedForm(form, counters);
        if (stream) {
            Delivery.stream(x, generation, reading, counted);
        } else {
            Delivery.whole(x, generation, reading, counted);
        }
    }

    private static GenerationSpec spec(String id, String prompt, List<String> stop, TextRequest text) {
        Continued before = text.continued();
        return new GenerationSpec(
                id,
                before == null ? prompt : prompt + before.text(),
                Continued.left(text.maxTokens(), before),
                text.sampling(),
                stop,
                text.grammar(),
                text.ignoreEos());
    }

    private static ChatSpec spec(String id, ChatBody body) {
        TextRequest text = body.text();
        return new ChatSpec(
                id,
                body.messages(),
                body.tools(),
                body.images(),
                text.maxTokens(),
                text.sampling(),
                text.stop(),
                text.grammar(),
                text.ignoreEos(),
                body.template());
    }

    private void demandVision(ChatBody body, Engine engine) {
        if (body.images() && !engine.facts().vision()) {
            throw ProblemException.of(
                    ProblemCode.IMAGES_UNSUPPORTED,
                    "The model \"" + self.model() + "\" reads no images here.",
                    "Ask a model with a projector (mmproj) that runs on llama-server, or send text only.");
        }
    }

    /** Where prompts are ChatML for want of a template, the model may write its end of turn as text. */
    private static List<String> stops(Engine engine, TextRequest text) {
        if (engine.facts().template().equals("model")) {
            return text.stop();
        }
        List<String> stops = new ArrayList<>(text.stop());
        stops.add(ChatMl.END);
        return stops;
    }

    private static String plain(InferBody body) {
        return body.system() == null ? body.prompt() : body.system() + "\n\n" + body.prompt();
    }

    private static List<ChatTurn> turns(InferBody body) {
        ChatTurn user = new ChatTurn("user", body.prompt());
        return body.system() == null ? List.of(user) : List.of(new ChatTurn("system", body.system()), user);
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
