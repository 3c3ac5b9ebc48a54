/** The engine in this process: llama.cpp through {@code de.kherud:llama}, with a guard before each of its hazards. */
package dev.rbee.worker.embedded;
