/** The orchestrator: one graph of its parts, started and stopped as one. */
package dev.rbee.service.queen;
