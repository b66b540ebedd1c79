/** Locations: where services are given, and which of them nobody may learn. */
@NullMarked
package org.kith.directory.location;

import org.jspecify.annotations.NullMarked;
