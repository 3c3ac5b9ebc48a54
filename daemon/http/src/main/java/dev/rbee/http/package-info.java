/**
 * The HTTP server of every daemon: guard against browsers, token, routes, the error envelope, server-sent events, deadlines.
 */
@NullMarked
package dev.rbee.http;

import org.jspecify.annotations.NullMarked;
