/** Requests for inference on their way through the queen: read, queued, sent to a worker, relayed. */
package dev.rbee.service.queen.inference;
