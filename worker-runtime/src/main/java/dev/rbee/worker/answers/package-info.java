/** Answers in the forms callers want: OpenAI's bodies and chunks, rbee's own events. */
package dev.rbee.worker.answers;
