package dev.rbee.app.launch;

import dev.rbee.app.chat.ChatPage;
import dev.rbee.app.chat.LinkedChat;
import dev.rbee.app.connect.ConnectionMenu;
import dev.rbee.app.frame.LatePage;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.links.Asked;
import dev.rbee.app.links.LinkReader;
import dev.rbee.app.models.ImportDesk;
import dev.rbee.app.models.ModelsPage;
import dev.rbee.app.problem.Presenter;
import dev.rbee.contract.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what a start has brought along, files and links; whatever would come of it waits for a click. JavaFX thread only.
 *
 * @param imports where files come in
 * @param connection asks for other queens
 */
record Openings(
        ImportDesk imports,
        LatePage<ChatPage> chat,
        LatePage<ModelsPage> models,
        ConnectionMenu connection,
        Navigator navigator,
        Presenter presenter) {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
    private static final String DEMO = "demo";

    void open(Arguments arguments) {
        if (!arguments.files().isEmpty() || !arguments.links().isEmpty()) {
            LOG.info(
                    "asked=open files={} links={}",
                    arguments.files().size(),
                    arguments.links().size());
        }
        arguments.links().forEach(this::link);
        imports.offer(arguments.files(), arguments.left());
    }

    private void link(String link) {
        try {
            follow(LinkReader.read(link));
        } catch (ProblemException e) {
            presenter.toast(e.problem());
        }
    }

    private void follow(Asked asked) {
        switch (asked) {
            case Asked.Chat(String model, String prompt) -> {
                navigator.open(ChatPage.FACE.key());
                chat.page().linked(new LinkedChat(model, prompt, this::look));
            }
            case Asked.Model(String ref) -> look(ref);
            case Asked.Connect(String address) -> connection.other(address);
        }
    }

    private void look(String ref) {
        if (ref.equals(DEMO)) {
            navigator.reveal(ModelsPage.FACE.key(), ref);
        } else {
            navigator.open(ModelsPage.FACE.key());
            models.page().look(ref);
        }
    }
}
