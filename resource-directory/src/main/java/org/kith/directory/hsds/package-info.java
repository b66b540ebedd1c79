/** The records of HSDS 3.2.3 as they stand on the wire, and nothing else: no database, no HTTP. */
@NullMarked
package org.kith.directory.hsds;

import org.jspecify.annotations.NullMarked;
