/** What references to models mean outside: the hub, the catalogue, addresses of files. */
@NullMarked
package dev.rbee.service.models.hub;

import org.jspecify.annotations.NullMarked;
