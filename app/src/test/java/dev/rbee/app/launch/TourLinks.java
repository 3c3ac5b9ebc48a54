package dev.rbee.app.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a start brings along: files and links. */
final class TourLinks {
    private final Stand at;

    TourLinks(Stand at) {
        this.at = at;
    }

    void all() {
        try {
            Path folder = Files.createTempDirectory("rbee-tour-files");
            Path broken = Files.writeString(
                    folder.resolve("Qwen3-Coder-480B-A35B-Instruct-Q4_K_M.gguf"), "<html>Not found</html> ");
            open(System.getProperty("rbee.assets") + "/models/rbee-demo.gguf");
            Stand.settle(1);
            at.dialog("open-file");
            open(
                    broken.toString(),
                    folder.resolve("nowhere.gguf").toString(),
                    System.getProperty("rbee.assets") + "/models/rbee-demo.gguf");
            Stand.settle(1);
            at.dialog("open-files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open("rbee://chat?model=demo&prompt=Compare%20a%20hash%20map%20with%20a%20B-tree.");
        at.shot("link-chat");
        open("rbee://chat?model=hf:unsloth/Qwen3-8B-GGUF&prompt=And%20a%20skip%20list?");
        at.shot("link-chat-kept");
        at.press("link-put");
        at.press("link-away");
        at.shot("link-chat-put");
        open("rbee://model/hf:unsloth/Qwen3-8B-GGUF:Q8_0");
        Stand.settle(1);
        at.shot("link-model");
        open("rbee://model/qwen3:8b");
        at.shot("link-model-catalogue");
        open("rbee://connect?address=https://queen.example.org:7833");
        at.dialog("link-connect");
        open("rbee://connect?address=host&key=x");
        at.shot("link-refused");
        at.act(() -> at.graph().toasts.getChildren().clear());
    }

    private void open(String... words) {
        at.act(() -> at.graph().open(Arguments.parse(Arguments.whole(List.of(words), Path.of("")))));
    }
}
