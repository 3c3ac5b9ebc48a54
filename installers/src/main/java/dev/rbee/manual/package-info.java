/** What shells and readers are told of the commands: manual pages and completions, all made of the commands themselves. */
@NullMarked
package dev.rbee.manual;

import org.jspecify.annotations.NullMarked;
