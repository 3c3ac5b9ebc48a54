package dev.rbee.app.frame;

import org.jspecify.annotations.Nullable;

/** The way between pages, for parts that are made before the pages are. Does nothing until {@link #leads}. JavaFX thread only. */
public final class LateNavigator implements Navigator {
    private @Nullable Navigator to;

    /** From now on it is that one. */
    public void leads(Navigator navigator) {
        to = navigator;
    }

    @Override
    public void open(String page) {
        if (to != null) {
            to.open(page);
        }
    }

    @Override
    public void reveal(String page, String id) {
        if (to != null) {
            to.reveal(page, id);
        }
    }

    @Override
    public boolean at(String page) {
        return to != null && to.at(page);
    }
}
