package org.kith.directory.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long somebody's word counts. A change shows in a listing when it is published the next time. */
@ConfigMapping(prefix = "kith.freshness")
interface FreshnessConfig {
    @WithDefault("730D")
    Duration staleAfter();

    /** Lives hang on these. */
    @WithDefault("90D")
    Duration crisisLineStaleAfter();
}
