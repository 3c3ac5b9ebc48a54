package dev.rbee.worker.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.worker.child.ModelMaker;
import dev.rbee.worker.child.WorkerChild;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessIT {
    @TempDir
    Path home;

    /** Its vocabulary has an end that its header does not name; drawn evenly, it comes in most texts of this length. */
    @Test
    void anIgnoredEndIsEveryTokenThatEnds() throws Exception {
        Path model = new ModelMaker().quick(home.resolve("quick.gguf"));
        try (WorkerChild worker = WorkerChild.serving(
                home, WorkerChild.Options.of(model).context(4_096).slots(1))) {
            String task =
                    "{'prompt':'A','ignore_eos':true,'max_tokens':4000,'temperature':2,'top_k':0,'top_p':1,'min_p':0}";
            JsonNode body = worker.ok("/v1/completions", task);
            assertEquals("length", body.at("/choices/0/finish_reason").asText());
            assertEquals(4_000, body.at("/usage/completion_tokens").asInt());
        }
    }
}
