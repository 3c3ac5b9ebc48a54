package dev.rbee.app.activity;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.ActivityApi;
import dev.rbee.app.remote.JournalSource;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What the page of activity is made of.
 *
 * @param own tells whether the queen runs in this program
 * @param zone times are shown in
 */
public record ActivityParts(
        FleetModel fleet,
        ActivityApi activity,
        JournalSource logs,
        Background background,
        Navigator navigator,
        Presenter presenter,
        Toasts toasts,
        QueenSwitch own,
        SaveFile save,
        InstantSource clock,
        ZoneId zone) {}
