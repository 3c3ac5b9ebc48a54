package dev.rbee.app.chat;

import dev.rbee.app.remote.Sampling;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a chat is set up; kept with it as JSON.
 *
 * @param target with whom, see {@link Choice#wire}
 * @param beside with whom at the same time, in a second column; null for nobody
 * @param system what the model is told before all else
 * @param trim whether old messages are left out where the context is full
 */
record Setup(
        @Nullable String target,
        @Nullable String beside,
        @Nullable String system,
        @Nullable Sampling sampling,
        boolean trim) {
    /** As it comes. */
    static final Setup PLAIN = new Setup(null, null, null, null, false);

    /** What was kept; as it comes where nothing was, or nothing that is understood. */
    static Setup read(@Nullable String json) {
        try {
            return json == null ? PLAIN : Json.read(json, Setup.class);
        } catch (ProblemException | IllegalArgumentException e) {
            return PLAIN;
        }
    }

    String write() {
        return Json.write(this);
    }

    Choice choice() {
        return target == null ? new Choice.Auto() : Choice.read(target);
    }

    @Nullable
    Choice second() {
        return beside == null ? null : Choice.read(beside);
    }

    String prompt() {
        return Objects.requireNonNullElse(system, "");
    }

    Sampling how() {
        return Objects.requireNonNullElse(sampling, Sampling.PLAIN);
    }

    Setup with(Choice choice) {
        return new Setup(choice.wire(), beside, system, sampling, trim);
    }

    Setup beside(@Nullable Choice choice) {
        return new Setup(target, choice == null ? null : choice.wire(), system, sampling, trim);
    }

    Setup with(String prompt, Sampling how) {
        return new Setup(
                target, beside, prompt.isBlank() ? null : prompt, how.equals(Sampling.PLAIN) ? null : how, trim);
    }

    Setup trimmed(boolean now) {
        return new Setup(target, beside, system, sampling, now);
    }

    /** Whether prompt or parameters are not as they come. */
    boolean own() {
        return !prompt().isEmpty() || !how().equals(Sampling.PLAIN);
    }
}
