/** From a chat to a prompt. */
package dev.rbee.worker.template;
