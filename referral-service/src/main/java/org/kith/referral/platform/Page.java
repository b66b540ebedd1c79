package org.kith.referral.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} is the cursor of the next part, absent at the end. */
public record Page<T>(List<T> items, @Nullable String next) {}
