package dev.rbee.contract.requests;

/** A value and how many entries have it. */
public record Facet(String value, long count) {}
