/** Freshness: who made sure of a listing, and which listings somebody has to look at. */
@NullMarked
package org.kith.directory.verification;

import org.jspecify.annotations.NullMarked;
