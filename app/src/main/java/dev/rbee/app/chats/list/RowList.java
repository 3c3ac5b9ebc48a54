package dev.rbee.app.chats.list;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows on the screen; only what differs is exchanged, so that the view keeps its place. JavaFX thread only. */
final class RowList {
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    ObservableList<Row> rows() {
        return rows;
    }

    /** Shows these. */
    void show(List<Row> now) {
        int front = 0;
        int most = Math.min(rows.size(), now.size());
        while (front < most && rows.get(front).equals(now.get(front))) {
            front++;
        }
        int back = 0;
        while (back < most - front && rows.get(rows.size() - 1 - back).equals(now.get(now.size() - 1 - back))) {
            back++;
        }
        List<Row> fresh = now.subList(front, now.size() - back);
        int old = rows.size() - back - front;
        if (old == fresh.size()) {
            for (int i = 0; i < old; i++) {
                if (!rows.get(front + i).equals(fresh.get(i))) {
                    rows.set(front + i, fresh.get(i));
                }
            }
        } else if (front == 0 && back == 0) {
            rows.setAll(now);
        } else {
            rows.remove(front, front + old);
            rows.addAll(front, fresh);
        }
    }

    /** Where that key stands; -1 where it does not. */
    int index(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
