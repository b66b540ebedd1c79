/** What editors make of inferred codes, and reading all listings again when the rules have changed. */
@NullMarked
package org.kith.directory.review;

import org.jspecify.annotations.NullMarked;
