/** Calls of tools for engines that know nothing of them: tools told in the prompt, the answer's form held by a grammar, read as it comes. */
package dev.rbee.worker.tools;
