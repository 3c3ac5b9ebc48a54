/** The registry: who is there right now (seed 003). In memory only, a restart is a clean slate. */
@NullMarked
package dev.rbee.service.registry;

import org.jspecify.annotations.NullMarked;
