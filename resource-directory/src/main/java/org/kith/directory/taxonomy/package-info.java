/** Taxonomies and their terms: ours, and those that imported directories bring along. */
@NullMarked
package org.kith.directory.taxonomy;

import org.jspecify.annotations.NullMarked;
