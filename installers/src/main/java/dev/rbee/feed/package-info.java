/** Makes and signs the feed that announces releases (docs/updates.md). A tool of whoever publishes rbee; not part of what is installed. */
@NullMarked
package dev.rbee.feed;

import org.jspecify.annotations.NullMarked;
