/**
 * Whether a model fits a machine, how, and how fast it would be: pure functions over a model's header, a machine and options. Used by a
 * hive before it starts a worker and by the queen to choose a hive.
 */
package dev.rbee.service.models.fit;
