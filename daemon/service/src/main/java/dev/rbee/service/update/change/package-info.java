/**
 * One version in the place of the other. The new one is unpacked beside the old one, tried in a home of its own, and exchanged with it in one step
 * when nothing runs any more; its first start is watched by the old one, which comes back where the new one does not start. A process killed at
 * any moment leaves the old or the new version whole in its place.
 */
@NullMarked
package dev.rbee.service.update.change;

import org.jspecify.annotations.NullMarked;
