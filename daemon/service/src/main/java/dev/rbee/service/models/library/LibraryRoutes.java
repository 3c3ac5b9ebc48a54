package dev.rbee.service.models.library;

import dev.rbee.http.Routes;

/** {@code GET /v1/models/library}: the catalogue in force, for everybody who may ask for answers. */
public final class LibraryRoutes {
    private final Libraries libraries;

    /** Of that catalogue. */
    public LibraryRoutes(Libraries libraries) {
        this.libraries = libraries;
    }

    /** Names the route. */
    public void add(Routes routes) {
        routes.get("/v1/models/library", x -> {
            x.caller().requireAdmin();
            x.json(200, libraries.current().models());
        });
    }
}
