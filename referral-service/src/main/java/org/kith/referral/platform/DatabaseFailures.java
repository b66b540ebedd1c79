package org.kith.referral.platform;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.web.Problems;

/** Tells a database that is away, and a race that was lost, from a mistake of ours. */
final class DatabaseFailures {
    private static final int RETRY_AFTER_SECONDS = 2;

    private DatabaseFailures() {}

    static Optional<HttpProblem> asProblem(RuntimeException failure) {
        String state = sqlState(failure);
        if (state == null) {
            return Optional.empty();
        }
        // PostgreSQL: 08 connection, 40 deadlock, 53 too many, 57P shutting down; the pool's own failures have none.
        if (state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57P")) {
            return Optional.of(Problems.unavailable("The database cannot be reached just now.", RETRY_AFTER_SECONDS));
        }
        // A unique index: somebody else did the same at the same moment.
        return state.equals("23505")
                ? Optional.of(Problems.conflict("concurrent-change", "Somebody did the same at the same moment."))
                : Optional.empty();
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null ? "" : sql.getSQLState();
            }
        }
        return null;
    }
}
