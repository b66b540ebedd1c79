package org.kith.referral.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.referral.privacy.MasterKey;

class PlatformBeans {
    /** Ticks in microseconds, as PostgreSQL does, so that what is read is what was written. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** There is no default outside development and tests: without a key the service does not start. */
    @Produces
    @Singleton
    MasterKey masterKey(@ConfigProperty(name = "kith.referral.master-key") String base64) {
        return new MasterKey(Base64.getDecoder().decode(base64));
    }
}
