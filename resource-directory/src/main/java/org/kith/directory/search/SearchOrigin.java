package org.kith.directory.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database this is: change numbers of one mean nothing in an index of another. */
@ApplicationScoped
class SearchOrigin {
    private final DataSource database;

    SearchOrigin(DataSource database) {
        this.database = database;
    }

    String id() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from search_origin");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say which it is", e);
        }
    }
}
