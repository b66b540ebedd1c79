/** The directory as it is packaged, with a PostgreSQL and a Kafka of its own, and a server that does nothing. */
@NullMarked
package org.kith.benchmarks.server;

import org.jspecify.annotations.NullMarked;
