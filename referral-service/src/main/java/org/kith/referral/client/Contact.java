package org.kith.referral.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a client, and what is safe.
 *
 * @param preferred phone, text, email or none
 * @param sharedDevice somebody else may see what arrives there
 */
public record Contact(
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 254) String email,

        @Nullable @Pattern(regexp = "phone|text|email|none", message = "must be phone, text, email or none")
        String preferred,

        @Nullable Boolean safeToCall,
        @Nullable Boolean voicemailOk,
        @Nullable Boolean sharedDevice) {

    /** What helps to answer an offer without saying who it is. */
    public Method method() {
        return new Method(preferred, safeToCall, voicemailOk, sharedDevice);
    }

    /** How to reach a client, without the number or address. Unsaid means not safe. */
    public record Method(
            @Nullable String preferred,
            @Nullable Boolean safeToCall,
            @Nullable Boolean voicemailOk,
            @Nullable Boolean sharedDevice) {}
}
