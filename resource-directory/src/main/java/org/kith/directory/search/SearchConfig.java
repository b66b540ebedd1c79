package org.kith.directory.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of the search. */
@ConfigMapping(prefix = "kith.search")
interface SearchConfig {
    /** Where this replica keeps its index; it may be deleted at any time while the service is down. */
    @WithDefault("search-index")
    Path folder();

    /** How often to look for changes when nobody announces any. */
    @WithDefault("5s")
    Duration pollEvery();

    /** How often what was applied is made safe; a crash costs applying it again. */
    @WithDefault("5s")
    Duration commitEvery();

    /** How long an answer waits for a write of this replica that the index has not seen yet. */
    @WithDefault("200ms")
    Duration ownWriteWait();

    /** The time zone of schedules that name none, and of moments asked about without an offset. */
    @WithDefault("America/New_York")
    ZoneId timeZone();

    /** Whose postal codes are meant (ISO 3166-1 alpha-2); those of countries but the US are known from listings alone. */
    @WithDefault("US")
    String country();
}
