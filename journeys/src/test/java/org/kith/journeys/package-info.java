/** What the whole suite is for, tried over HTTP with real tokens on the real parts. */
@NullMarked
package org.kith.journeys;

import org.jspecify.annotations.NullMarked;
