package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.NameBasedId;

/** An import whose worker died is taken up by another, from where it was. */
@DirectoryTest
class ResumeTest {
    @Inject
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void goesOnWithTheOrganizationsThatAreLeft() throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var upload = connection.prepareStatement("insert into import_upload values (?, 0, ?)")) {
            // As a worker left it that died after the first organization.
            connection.setAutoCommit(false);
            statement.execute("insert into import (id, source, file_name, format, state, dry_run, withdraw_missing,"
                    + " requested_at, heartbeat, trees_done) values ('" + id + "', 'resumed', 'x.zip', 'ohana-csv',"
                    + " 'queued', false, false, now(), now() - interval '1 hour', 1)");
            statement.execute("insert into import_tree (import_id, tree, counts) values ('" + id
                    + "', '101', '{\"organization\": [1, 1, 0, 0, 0]}')");
            upload.setObject(1, id);
            upload.setBytes(2, Files.readAllBytes(Files.write(folder.resolve("x.zip"), Zips.of("ohana"))));
            upload.execute();
            connection.commit();
        }
        JsonNode job = ImportCalls.over(id.toString());
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.at("/by_entity/organization/in").asInt()).isEqualTo(3);
        assertThat(isListed("1001"))
                .as("what was done before is not done again")
                .isFalse();
        assertThat(isListed("1002")).isTrue();
    }

    private boolean isListed(String service) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from listing where service_id = '"
                        + NameBasedId.ofForeign("resumed", "service", service) + "'")) {
            return row.next();
        }
    }
}
