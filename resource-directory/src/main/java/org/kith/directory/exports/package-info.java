/** The whole directory to take away: a stream of documents, and the tabular data package of HSDS. */
@NullMarked
package org.kith.directory.exports;

import org.jspecify.annotations.NullMarked;
