package dev.rbee.contract.events;

import java.util.List;

/**
 * Answer of {@code GET /v1/stats/history}: the figures of the last minutes, oldest first.
 *
 * @param intervalS seconds from one point to the next
 */
public record StatsHistory(int intervalS, List<StatsPoint> points) {}
