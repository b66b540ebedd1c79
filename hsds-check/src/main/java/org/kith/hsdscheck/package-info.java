/** Checks any HSDS 3.2 API over HTTP: its bodies against the schemas of the standard, and how it behaves. */
@NullMarked
package org.kith.hsdscheck;

import org.jspecify.annotations.NullMarked;
