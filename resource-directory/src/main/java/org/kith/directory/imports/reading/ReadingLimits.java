package org.kith.directory.imports.reading;

/**
 * How much of an upload we are willing to read.
 *
 * @param entries files in one zip
 * @param totalBytes bytes of all files, unpacked
 * @param ratio unpacked bytes for each packed byte, above which a zip is taken for a bomb
 * @param recordChars characters of one CSV record or one line of NDJSON
 */
public record ReadingLimits(int entries, long totalBytes, int ratio, int recordChars) {

    /** A zip entry smaller than this may have any ratio: a column of zeros packs very well. */
    static final long SMALL_ENTRY_BYTES = 4L << 20;

    public static final ReadingLimits USUAL = new ReadingLimits(1_000, 4L << 30, 200, 4 << 20);
}
