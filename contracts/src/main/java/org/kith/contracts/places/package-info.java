/** Where postal codes and places are, from tables in the public domain that are part of the jar: no network, no database. */
@NullMarked
package org.kith.contracts.places;

import org.jspecify.annotations.NullMarked;
