package dev.rbee.contract.requests;

import java.util.List;
import java.util.Map;

/**
 * Answer of {@code GET /v1/requests/facets} and {@code GET /v1/audit/facets}: what a list can be filtered by.
 *
 * @param total entries there are
 * @param by for each name of a filter its values, most frequent first, at most 100
 */
public record Facets(long total, Map<String, List<Facet>> by) {}
