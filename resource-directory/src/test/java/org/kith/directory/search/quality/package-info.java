/** How good the answers to judged questions are, beside PostgreSQL's own full-text search over the same listings. */
@NullMarked
package org.kith.directory.search.quality;

import org.jspecify.annotations.NullMarked;
