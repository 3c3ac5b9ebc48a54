/** A strict, bounded reader of GGUF headers in plain Java: what a model file is, before anything native touches it. */
package dev.rbee.contract.gguf;
