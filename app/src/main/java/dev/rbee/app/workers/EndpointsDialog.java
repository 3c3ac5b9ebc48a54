package dev.rbee.app.workers;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.EndpointsApi;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Servers of others that take part as workers: the list, attaching one, letting go of one. JavaFX thread only. */
public final class EndpointsDialog {
    private static final Words WORDS = Words.of(EndpointsDialog.class);

    private final EndpointsApi endpoints;
    private final Background background;
    private final Dialogs dialogs;

    /** Dialogs for this queen. */
    public EndpointsDialog(EndpointsApi endpoints, Background background, Dialogs dialogs) {
        this.endpoints = endpoints;
        this.background = background;
        this.dialogs = dialogs;
    }

    /** Opens it. */
    public void open() {
        new Open().show();
    }

    /** What a state looks like. Pure. */
    static Badge badge(EndpointInfo endpoint) {
        return switch (endpoint.state()) {
            case "online" -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("endpoint.online"));
            case "refused" -> new Badge(Tone.ERROR, Feather.LOCK, WORDS.get("key.refused"));
            case "offline" -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("state.offline"));
            default -> new Badge(Tone.LOADING, Feather.LOADER, endpoint.state());
        };
    }

    /** One that is shown. */
    private final class Open {
        private final EndpointForm form = new EndpointForm();
        private final VBox list = new VBox(12);
        private final VBox trouble = new VBox();
        private final Dialog<ButtonType> dialog;
        private final Button attach;

        Open() {
            VBox content = new VBox(
                    16, Ui.paragraph(WORDS.get("any.server.that.speaks.openai"), "secondary"), form, trouble, list);
            content.setPrefWidth(560);
            dialog = dialogs.of(WORDS.get("attach.a.server"), content, WORDS.get("close"));
            ButtonType go = new ButtonType(WORDS.get("endpoint.attach"), ButtonBar.ButtonData.OK_DONE);
            dialog.getDialogPane().getButtonTypes().add(go);
            attach = (Button) dialog.getDialogPane().lookupButton(go);
            attach.getStyleClass().add("main");
            attach.setId("endpoint-attach");
            attach.disableProperty().bind(form.complete().not().or(form.disabledProperty()));
            attach.addEventFilter(ActionEvent.ACTION, event -> {
                event.consume();
                attach();
            });
        }

        void show() {
            dialog.show();
            form.focus();
            read();
        }

        private void read() {
            background.run(endpoints::endpoints, this::fill, this::failed);
        }

        private void attach() {
            form.setDisable(true);
            trouble.getChildren().setAll(Ui.label(WORDS.get("asking.it.for.its.models"), "secondary"));
            fit();
            var order = form.order();
            background.run(
                    () -> {
                        endpoints.attach(order);
                        return endpoints.endpoints();
                    },
                    all -> {
                        form.clear();
                        form.setDisable(false);
                        trouble.getChildren().clear();
                        fill(all);
                    },
                    problem -> {
                        form.setDisable(false);
                        failed(problem);
                    });
        }

        private void fill(List<EndpointInfo> all) {
            list.getChildren().clear();
            if (!all.isEmpty()) {
                list.getChildren().add(Ui.label(WORDS.get("attached"), "section"));
            }
            all.forEach(endpoint -> list.getChildren().add(line(endpoint)));
            fit();
        }

        private Node line(EndpointInfo endpoint) {
            Label name = Ui.label(endpoint.name() + "  ·  " + endpoint.kind());
            name.setMinWidth(0);
            Button remove =
                    Ui.iconButton(Feather.TRASH_2, WORDS.get("let.go.of", endpoint.name()), () -> detach(endpoint));
            remove.setId("endpoint-remove-" + endpoint.name());
            HBox head = new HBox(8, new Pill(badge(endpoint)), name, Ui.spacer(), remove);
            head.getStyleClass().add("chat-bar");
            String models = Units.count(endpoint.models().size(), "model", "models");
            Label what = Ui.paragraph(endpoint.url() + "  ·  " + models, "secondary");
            what.setTooltip(new Tooltip(String.join("\n", endpoint.models())));
            VBox line = new VBox(2, head, what);
            if (endpoint.message() != null) {
                line.getChildren().add(Ui.paragraph(endpoint.message(), "secondary"));
            }
            return line;
        }

        private void detach(EndpointInfo endpoint) {
            dialogs.confirm(
                    WORDS.get("let.go.question", endpoint.name()),
                    Ui.paragraph(WORDS.get("its.models.are.no.longer")),
                    WORDS.get("let.go"),
                    () -> background.run(
                            () -> {
                                endpoints.detach(endpoint.name());
                                return endpoints.endpoints();
                            },
                            this::fill,
                            this::failed),
                    () -> {});
        }

        private void failed(Problem problem) {
            trouble.getChildren().setAll(new ProblemView(problem, null));
            fit();
        }

        private void fit() {
            if (dialog.isShowing()) {
                Dialogs.fit(dialog.getDialogPane());
            }
        }
    }
}
