/** HTTP manners that all three services share: callers, problems, strict JSON, entity tags and cursors. */
@NullMarked
package org.kith.web;

import org.jspecify.annotations.NullMarked;
