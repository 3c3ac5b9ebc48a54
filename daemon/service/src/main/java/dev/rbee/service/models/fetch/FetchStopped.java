package dev.rbee.service.models.fetch;

import java.io.IOException;

/** Somebody stopped the fetch. */
final class FetchStopped extends IOException {
    private static final long serialVersionUID = 1;
}
