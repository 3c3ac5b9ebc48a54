/** Text on its way out. */
package dev.rbee.worker.text;
