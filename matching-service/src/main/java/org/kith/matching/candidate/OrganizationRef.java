package org.kith.matching.candidate;

/** Who runs a listing. */
public record OrganizationRef(String id, String name) {}
