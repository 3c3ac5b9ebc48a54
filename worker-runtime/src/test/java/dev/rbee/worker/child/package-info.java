/** Real worker processes, and models made for tests. */
package dev.rbee.worker.child;
