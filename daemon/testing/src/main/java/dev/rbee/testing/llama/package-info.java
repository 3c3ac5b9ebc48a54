/** A stand-in for llama-server: a process with its routes, its flags and, on demand, its bad habits. */
package dev.rbee.testing.llama;
