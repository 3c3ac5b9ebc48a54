/** The queen's connections to the machines she reaches over SSH: kept up, and everything of those machines' hives and workers through them. */
@NullMarked
package dev.rbee.service.queen.links;

import org.jspecify.annotations.NullMarked;
