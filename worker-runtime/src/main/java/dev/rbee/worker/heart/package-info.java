/** What a worker says of itself to registry and queen. */
package dev.rbee.worker.heart;
