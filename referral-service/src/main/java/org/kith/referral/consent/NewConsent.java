package org.kith.referral.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client has just allowed.
 *
 * @param information pieces: need, identity, contact, language, area, note, outcome; contact includes the name to ask for
 * @param expiresAt an ISO date (it holds until that day is over, UTC) or an instant
 * @param part2 given in the language of 42 CFR Part 2
 */
record NewConsent(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Recipient> recipients,

        @NotEmpty @Size(max = 10)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "need|identity|contact|language|area|note|outcome",
                                message = "must be need, identity, contact, language, area, note or outcome")
                        String>
                information,

        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code such as referral")
        String purpose,

        @Nullable @Size(max = 40) String expiresAt,

        @NotNull @Pattern(regexp = "verbal|written|electronic", message = "must be verbal, written or electronic")
        String given,

        @Nullable Boolean part2) {

    record Recipient(@NotNull UUID organizationId) {}
}
