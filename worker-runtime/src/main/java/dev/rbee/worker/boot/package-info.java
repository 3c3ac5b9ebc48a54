/** The worker's process: its parts put together, its beginning and its end. The only place with a real clock. */
package dev.rbee.worker.boot;
