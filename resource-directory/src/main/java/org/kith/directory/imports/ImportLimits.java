package org.kith.directory.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.kith.directory.imports.reading.ReadingLimits;

/** How much one import may bring. */
@ConfigMapping(prefix = "directory.import")
interface ImportLimits {

    /** Of the file as it is sent; keep it below quarkus.http.limits.max-body-size, which answers without a body. */
    @WithDefault("200M")
    MemorySize uploadSize();

    /** Of all files in a zip, unpacked. */
    @WithDefault("2G")
    MemorySize unpackedSize();

    @WithDefault("1000")
    int zipEntries();

    /** Unpacked bytes for one packed byte, above which a zip is a bomb. */
    @WithDefault("200")
    int zipRatio();

    /** Of one CSV record or line of NDJSON. */
    @WithDefault("4000000")
    int recordCharacters();

    /** Whoever works on an import and has said nothing for so long has died; at least twice the 5 s between two signs. */
    @WithDefault("20s")
    Duration silence();

    default ReadingLimits reading() {
        return new ReadingLimits(zipEntries(), unpackedSize().asLongValue(), zipRatio(), recordCharacters());
    }
}
