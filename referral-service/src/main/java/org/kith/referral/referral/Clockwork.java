package org.kith.referral.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.kith.referral.lifecycle.BusinessDays;
import org.kith.referral.lifecycle.Deadlines;

/** The times of referral.md, as settings. */
@ConfigMapping(prefix = "referral")
interface Clockwork {
    /** Where offices open and close. */
    @WithDefault("America/New_York")
    ZoneId timeZone();

    /** Days on which nobody is expected to answer. */
    Optional<Set<LocalDate>> holidays();

    Offer offer();

    /** After it was accepted or missed: the next contact. */
    @WithDefault("P3D")
    Duration firstContactWithin();

    @WithDefault("P14D")
    Duration waitlistReviewAfter();

    /** A service that nobody has said anything about for so long is asked about. */
    @WithDefault("P30D")
    Duration staleAfter();

    Ticking clock();

    /** Read by the scheduler itself. */
    interface Ticking {
        @WithDefault("30s")
        String every();
    }

    interface Offer {
        @WithDefault("2")
        int remindAfterBusinessDays();

        /** Counted from the reminder. */
        @WithDefault("2")
        int escalateAfterBusinessDays();

        @WithDefault("5")
        int expireAfterBusinessDays();

        @WithDefault("PT4H")
        Duration urgentRemindAfter();

        @WithDefault("P1D")
        Duration urgentExpireAfter();
    }

    /** The same as plain values. */
    class Beans {
        @Produces
        @Singleton
        Deadlines deadlines(Clockwork settings) {
            Offer offer = settings.offer();
            return new Deadlines(
                    new BusinessDays(settings.timeZone(), settings.holidays().orElse(Set.of())),
                    offer.remindAfterBusinessDays(),
                    offer.escalateAfterBusinessDays(),
                    offer.expireAfterBusinessDays(),
                    offer.urgentRemindAfter(),
                    offer.urgentExpireAfter(),
                    settings.firstContactWithin(),
                    settings.waitlistReviewAfter(),
                    settings.staleAfter());
        }
    }
}
