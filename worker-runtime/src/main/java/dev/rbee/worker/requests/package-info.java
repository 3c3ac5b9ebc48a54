/** What callers ask for, checked field by field before anything of it reaches an engine. Pure. */
package dev.rbee.worker.requests;
