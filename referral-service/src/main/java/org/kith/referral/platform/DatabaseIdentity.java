package org.kith.referral.platform;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Tells PostgreSQL at the beginning of each transaction for whom it runs; its policies do the rest. */
@ApplicationScoped
class DatabaseIdentity {
    private final AgroalDataSource database;
    private final Tenancy tenancy;
    private final TransactionManager transactions;

    DatabaseIdentity(AgroalDataSource database, Tenancy tenancy, TransactionManager transactions) {
        this.database = database;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    void assume(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        Scope scope = tenancy.scope();
        // The connection is the transaction's own: whoever asks for one later in it gets the same.
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT set_config('role', ?, true),"
                        + " set_config('kith.tenant', ?, true), set_config('kith.organization', ?, true)")) {
            statement.setString(1, scope.databaseRole());
            statement.setString(2, scope.tenant().orElse(""));
            statement.setString(3, scope.organization().map(UUID::toString).orElse(""));
            statement.execute();
        } catch (SQLException e) {
            end();
            throw new IllegalStateException("The database does not know for whom this transaction runs", e);
        }
    }

    /** A transaction that failed to begin must not stay with the thread, where the next request would find it. */
    private void end() {
        try {
            transactions.rollback();
        } catch (SystemException e) {
            throw new IllegalStateException("A transaction that did not begin did not end either", e);
        }
    }
}
