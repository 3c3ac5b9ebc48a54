/** What a worker needs of an engine, whichever it is: slots, streaming, counting, cancelling. */
package dev.rbee.worker.engine;
