package org.kith.directory.tagging;

import java.util.Map;
import java.util.Set;

/**
 * What only people may say, because somebody's safety or trust depends on it.
 *
 * <p>Whatever is not named here as allowed is never inferred: new lists of the vocabulary are closed until somebody
 * opens them.
 */
public final class NeverInferred {
    /** Lists in which rules may infer codes at all. */
    static final Set<String> OPEN = Set.of("kind", "need", "audience", "topic", "format", "feature", "cost");

    private static final Map<String, Set<String>> CLOSED = Map.of(
            // An information line taken for one with crisis counsellors costs lives.
            "kind", Set.of("crisis_line"),
            // The four that start the crisis rule.
            "need", Set.of("suicidal_thoughts", "self_harm", "overdose", "violence_now"),
            // Promises of discretion and of safe manners, on which frightened people rely.
            "feature",
                    Set.of(
                            "anonymous_ok",
                            "confidential",
                            "confidential_location",
                            "moderated",
                            "trauma_informed",
                            "camera_optional",
                            "listen_only_ok"));

    private NeverInferred() {}

    /** @param list such as {@code need}, not the name of its taxonomy */
    public static boolean includes(String list, String code) {
        return !OPEN.contains(list) || CLOSED.getOrDefault(list, Set.of()).contains(code);
    }
}
