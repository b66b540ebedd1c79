package org.kith.referral.checkin;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says at a check-in.
 *
 * @param helped yes, partly or no
 * @param urgency as in a match request: urgent and crisis call for help now
 */
record Answers(
        @Nullable Boolean contacted,
        @Nullable Boolean attended,

        @Nullable @Pattern(regexp = "yes|partly|no", message = "must be yes, partly or no")
        String helped,

        @Nullable Boolean feltSafe,
        @Nullable Boolean stillAttending,

        @Nullable @Pattern(regexp = "routine|soon|urgent|crisis", message = "must be routine, soon, urgent or crisis")
        String urgency) {}
