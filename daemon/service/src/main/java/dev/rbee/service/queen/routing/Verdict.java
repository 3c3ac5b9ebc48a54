package dev.rbee.service.queen.routing;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a decision comes to. */
public enum Verdict {
    /** to the worker named */
    SEND("send"),
    /** there are workers, none is free */
    WAIT("wait"),
    /** there is no worker; one has to be started */
    NONE("none");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    /** Its name in answers. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
