package org.kith.matching.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps, in their order. Nothing advances by itself. */
public record Plan(List<Step> steps) {
    /** What the client may say at every check-in. */
    public static final List<String> CHOICES = List.of("stay", "slower", "stop");

    /**
     * @param stage 0 crisis or safety, 1 the first step, 2 after the check-in, 3 what is still missing
     * @param goal a frequency, as a code of the wording
     * @param checkInDays when to look at it together; null for what cannot wait
     */
    public record Step(
            int stage,
            List<Action> actions,
            String goal,
            @Nullable Integer checkInDays) {}

    /**
     * @param type {@code call}, {@code refer} or {@code strengthen_tie}
     * @param tieRole whom of the network to turn to; it names no person
     * @param exposureLevel how much of oneself one shows, 0 to 5
     */
    public record Action(
            String type,
            @Nullable UUID resourceId,
            @Nullable String tieRole,
            @Nullable Integer exposureLevel) {
        static Action refer(UUID resource, int level) {
            return new Action("refer", resource, null, level);
        }

        static Action call(UUID line, int level) {
            return new Action("call", line, null, level);
        }

        static Action strengthenTie(String role) {
            return new Action("strengthen_tie", null, role, null);
        }
    }
}
