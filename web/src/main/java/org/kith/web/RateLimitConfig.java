package org.kith.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Settings under {@code kith.rate-limit}; off where a service does not switch it on.
 *
 * <p>An anonymous caller is its address. Behind a proxy that is the proxy's, unless the service is told to trust it:
 * {@code quarkus.http.proxy.proxy-address-forwarding} with {@code trusted-proxies}.
 */
@ConfigMapping(prefix = "kith.rate-limit")
public interface RateLimitConfig {
    @WithDefault("false")
    boolean enabled();

    /** Of one address (of IPv6: of one /64) without a token, in each {@link #per}. */
    @WithName("anonymous.requests")
    @WithDefault("6000")
    int anonymousRequests();

    /** Of one subject of a token. */
    @WithName("token.requests")
    @WithDefault("30000")
    int tokenRequests();

    /** Refused tokens of one address, each of which costs us a signature. */
    @WithName("refused.requests")
    @WithDefault("600")
    int refusedTokens();

    @WithDefault("1M")
    Duration per();

    /** Clients remembered at a time; those that were silent longest are forgotten first. */
    @WithDefault("100000")
    int clients();

    /** Paths that nobody counts: health and metrics. */
    @WithDefault("/q/")
    List<String> exempt();

    /** What is limited harder, by any name. */
    Map<String, Rule> rules();

    /** On top of the limit that the caller has anyway. */
    interface Rule {
        String method();

        /** A regular expression for the whole path. */
        String path();

        int requests();

        Duration per();
    }
}
