/** How models are named: references in requests, commands and settings. */
@NullMarked
package dev.rbee.contract.models.ref;

import org.jspecify.annotations.NullMarked;
