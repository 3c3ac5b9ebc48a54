package dev.rbee.bench;

import dev.rbee.app.frame.QueenSwitch;

/** There is no queen to switch. */
final class Nobody implements QueenSwitch {
    @Override
    public boolean own() {
        return false;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
