package org.kith.hsdscheck;

/**
 * Something that is not as the standard wants it.
 *
 * @param check short name of what was looked at
 * @param url path and query, relative to the base
 * @param pointer JSON pointer into the body, or empty
 * @param times how often the same was seen; only the first is shown
 */
public record Finding(Level level, String check, String url, String pointer, String message, int times) {
    /** Against the standard, or only against good manners and expectations. */
    public enum Level {
        ERROR,
        WARNING
    }
}
