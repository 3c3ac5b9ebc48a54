package dev.rbee.app.update;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.Presenter;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What the section about updates is made with.
 *
 * @param restart ends the program, does that, and starts it again; the user may still stay
 * @param opener opens an address in the program of the desktop
 */
public record UpdateParts(
        UpdateDesk desk,
        Background background,
        Presenter presenter,
        Dialogs dialogs,
        Navigator navigator,
        InstantSource clock,
        Consumer<UpdateDesk.Wish> restart,
        Consumer<String> opener) {}
