package org.kith.directory.search.index;

/** Degrees, WGS 84. */
public record Point(double latitude, double longitude) {}
