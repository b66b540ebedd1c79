/**
 * The search index on Lucene, in plain Java: how a listing becomes an index entry, how a question becomes a query, and
 * what comes back. Knows nothing of HTTP or of the database.
 */
@NullMarked
package org.kith.directory.search.index;

import org.jspecify.annotations.NullMarked;
