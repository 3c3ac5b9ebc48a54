package dev.rbee.app.launch;

import javafx.application.Application;

/** Starts the application. Not an Application itself, so that it starts from the class path too. */
public final class Main {
    private Main() {}

    /** Returns when the application has ended. */
    public static void main(String[] args) {
        Application.launch(RbeeApp.class, args);
    }
}
