/** Turns tables that people can read into HSDS documents, and gives a directory to the suite to load. */
@NullMarked
package org.kith.localstack.sample;

import org.jspecify.annotations.NullMarked;
