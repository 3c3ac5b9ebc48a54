package dev.rbee.app.settings.keys;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.TokensApi;

/** What the section of keys is made with. */
public record KeyParts(
        TokensApi tokens, FleetModel fleet, Background background, Dialogs dialogs, Presenter presenter) {}
