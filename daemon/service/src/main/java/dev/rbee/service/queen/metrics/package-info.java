/** Figures for Prometheus. */
package dev.rbee.service.queen.metrics;
