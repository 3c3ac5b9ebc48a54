/**
 * Who may have a hive's memory: when a model may come, which ones have to go for it, and when. {@link dev.rbee.service.queen.memory.Turns}
 * decides purely.
 */
package dev.rbee.service.queen.memory;
