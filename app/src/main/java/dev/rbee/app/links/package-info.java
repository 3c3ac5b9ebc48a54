/** Links into the application, {@code rbee://…}: what they ask for. Nothing here does it. */
@NullMarked
package dev.rbee.app.links;

import org.jspecify.annotations.NullMarked;
