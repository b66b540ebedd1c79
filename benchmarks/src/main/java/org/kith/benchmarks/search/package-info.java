/** The same questions put to the service, to Lucene alone and to PostgreSQL alone. */
@NullMarked
package org.kith.benchmarks.search;

import org.jspecify.annotations.NullMarked;
