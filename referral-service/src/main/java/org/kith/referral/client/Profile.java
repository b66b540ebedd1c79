package org.kith.referral.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a client: initials will do.
 *
 * @param language BCP 47
 * @param area roughly where, such as the first digits of a postal code; never an address
 */
public record Profile(
        @NotBlank @Size(max = 120) String displayName,

        @Nullable @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a BCP 47 language tag")
        String language,

        @Nullable @Size(max = 60) String area,
        @Nullable @Valid Contact contact) {}
