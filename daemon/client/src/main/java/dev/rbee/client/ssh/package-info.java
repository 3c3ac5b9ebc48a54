/** Connections to other machines over SSH: login, host keys, commands, files, tunnels. */
@NullMarked
package dev.rbee.client.ssh;

import org.jspecify.annotations.NullMarked;
