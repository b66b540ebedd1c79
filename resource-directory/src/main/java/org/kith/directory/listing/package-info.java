/** Listings: services with where and by whom they are given, written as one organization at a time and published as documents. */
@NullMarked
package org.kith.directory.listing;

import org.jspecify.annotations.NullMarked;
