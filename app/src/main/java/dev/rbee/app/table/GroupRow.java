package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The line above a group of rows. It stands for none of them; its value is one of theirs and never shown. */
final class GroupRow<V> extends Row<V> {
    private final Facet.Kind kind;
    private final ReadOnlyIntegerWrapper members = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();

    GroupRow(Facet.Kind kind, V one) {
        super("group:" + kind.key(), one);
        this.kind = kind;
    }

    Facet.Kind kind() {
        return kind;
    }

    void show(int count, boolean shut) {
        members.set(count);
        closed.set(shut);
    }

    ReadOnlyIntegerProperty members() {
        return members.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty closed() {
        return closed.getReadOnlyProperty();
    }
}
