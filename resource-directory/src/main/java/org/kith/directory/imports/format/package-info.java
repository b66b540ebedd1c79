/** Turns the files of each known format into one tree of HSDS documents per organization. */
@NullMarked
package org.kith.directory.imports.format;

import org.jspecify.annotations.NullMarked;
