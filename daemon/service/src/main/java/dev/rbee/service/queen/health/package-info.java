/** How well hives do beyond their beats: the GPU they should use, and waking those that sleep. */
@NullMarked
package dev.rbee.service.queen.health;

import org.jspecify.annotations.NullMarked;
