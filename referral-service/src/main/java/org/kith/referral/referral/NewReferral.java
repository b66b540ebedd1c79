package org.kith.referral.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source asks for.
 *
 * @param need a code of the vocabulary
 * @param note for the receiving organization, once it has accepted
 * @param overLimitReason why a fourth open referral of a plan is right; a coordinator may say so
 */
record NewReferral(
        @NotNull UUID clientId,
        @NotBlank @Size(max = 60) String need,

        @Nullable @Pattern(regexp = "routine|soon|urgent|crisis", message = "must be routine, soon, urgent or crisis")
        String urgency,

        @Nullable UUID matchId,
        @Nullable UUID planId,
        @Nullable @Size(max = 4000) String note,
        @Nullable @Size(max = 1000) String overLimitReason) {

    String urgencyOrRoutine() {
        return urgency == null ? "routine" : urgency;
    }
}
