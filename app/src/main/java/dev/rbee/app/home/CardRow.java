package dev.rbee.app.home;

import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Cards of equal width side by side, as many in a row as have room. JavaFX thread only. */
class CardRow extends GridPane {
    private final double least;
    private int columns;

    /** {@code least} is the least width of a card, px. */
    CardRow(double least, Node... cards) {
        this.least = least;
        setHgap(16);
        setVgap(16);
        getChildren().addAll(cards);
        widthProperty().addListener((p, old, now) -> arrange());
        arrange();
    }

    void show(Collection<? extends Node> cards) {
        getChildren().setAll(cards);
        columns = 0;
        arrange();
    }

    /** Again, after cards were shown or hidden. */
    void again() {
        columns = 0;
        arrange();
    }

    private void arrange() {
        double cards = Math.max(
                1, getChildren().stream().filter(Node::isManaged).toList().size());
        double most = Math.clamp(Math.floor((getWidth() + getHgap()) / (least + getHgap())), 1, cards);
        int fit = (int)
                Math.ceil(cards / Math.ceil(cards / most)); // rows as even as can be: four are 2 and 2, not 3 and 1
        if (fit == columns) {
            return;
        }
        columns = fit;
        getColumnConstraints().clear();
        for (int i = 0; i < fit; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / fit);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        int at = 0;
        for (Node card : getChildren()) {
            if (card.isManaged()) {
                setConstraints(card, at % fit, at / fit);
                at++;
            }
        }
    }
}
