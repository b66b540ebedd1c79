package org.kith.benchmarks.directory;

/** A made-up town in a real part of the country. */
record Town(String name, String state, double latitude, double longitude, String postalCode) {}
