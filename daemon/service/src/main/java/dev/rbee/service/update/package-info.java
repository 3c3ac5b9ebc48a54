/**
 * New versions of rbee itself: asked for at a signed feed, fetched, and installed when nothing runs any more (docs/updates.md). The feed is
 * understood in {@code feed}, the exchange of one version for the other is made in {@code change}.
 */
@NullMarked
package dev.rbee.service.update;

import org.jspecify.annotations.NullMarked;
