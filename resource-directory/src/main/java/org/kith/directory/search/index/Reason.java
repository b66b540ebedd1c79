package org.kith.directory.search.index;

/**
 * Why a listing was found.
 *
 * @param field of HSDS, or the vocabulary list of a code
 * @param match the word that was found there, or the code's label
 */
public record Reason(String field, String match) {}
