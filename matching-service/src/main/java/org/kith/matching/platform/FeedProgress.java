package org.kith.matching.platform;

/**
 * How far the copy of the directory is.
 *
 * @param ready the end that was seen at start has been reached; stays true
 * @param state in words, for operators
 * @param lag records that are in the topic and not yet in the copy
 */
public record FeedProgress(boolean ready, String state, long lag) {
    static FeedProgress waiting(String why) {
        return new FeedProgress(false, why, 0);
    }
}
