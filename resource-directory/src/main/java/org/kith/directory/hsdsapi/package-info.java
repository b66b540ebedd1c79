/** The read API of HSDS 3.2 under {@code /hsds/v3}: pages and streams of documents that are there already. */
@NullMarked
package org.kith.directory.hsdsapi;

import org.jspecify.annotations.NullMarked;
