package org.kith.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Strong entity tags made from the version number of what they tag. */
public final class EntityTags {
    private EntityTags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Guards a change.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 where the header is missing, 412 where it is stale
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.preconditionRequired();
        }
        honour(ifMatch, version);
    }

    /**
     * Guards a change where the header is welcome but not demanded.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 where it is stale
     */
    public static void honour(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        String wanted = '"' + Long.toString(version) + '"';
        boolean matches = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(wanted));
        if (!matches) {
            throw Problems.preconditionFailed();
        }
    }
}
