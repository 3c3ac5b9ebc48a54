/** The release feed: what it says, who signed it, and which release of it is for this machine. No network, no disk. */
@NullMarked
package dev.rbee.service.update.feed;

import org.jspecify.annotations.NullMarked;
