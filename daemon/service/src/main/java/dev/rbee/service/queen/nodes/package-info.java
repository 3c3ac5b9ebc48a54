/** Other machines of the fleet: what is found on them, put onto them, run there and taken away again. */
@NullMarked
package dev.rbee.service.queen.nodes;

import org.jspecify.annotations.NullMarked;
