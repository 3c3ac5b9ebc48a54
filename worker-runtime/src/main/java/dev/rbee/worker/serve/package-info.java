/** The worker's routes and what stands behind them: its state, its running requests, its counters. */
package dev.rbee.worker.serve;
