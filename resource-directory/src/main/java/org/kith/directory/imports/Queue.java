package org.kith.directory.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Scratch;

/** The imports that wait, and who works on one. */
@ApplicationScoped
class Queue {
    private static final int PART_BYTES = 1 << 20;
    private static final int MOST_ATTEMPTS = 5;
    /** A worker that could not go on has another go so long before others would take over. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private final DataSource database;
    private final Duration silence;

    Queue(DataSource database, ImportLimits limits) {
        this.database = database;
        this.silence = limits.silence();
    }

    @Transactional
    UUID add(Path upload, String fileName, String source, String format, boolean dryRun, boolean withdrawMissing) {
        UUID id = UUID.randomUUID();
        execute(
                "insert into import (id, source, file_name, format, state, dry_run, withdraw_missing, requested_at)"
                        + " values (?, ?, ?, ?, 'queued', ?, ?, now())",
                id,
                source,
                fileName,
                format,
                dryRun,
                withdrawMissing);
        try (InputStream in = Files.newInputStream(upload)) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART_BYTES); bytes.length > 0; bytes = in.readNBytes(PART_BYTES)) {
                execute("insert into import_upload (import_id, part, bytes) values (?, ?, ?)", id, part++, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** @return false where it does not stand: it is under way, failed, or was taken back before */
    @Transactional
    boolean askForUndo(UUID id) {
        return execute(
                        "update import set state = 'queued', undo = true, trees_done = 0, attempts = 0, finished_at = null"
                                + " where id = ? and state = 'done' and not dry_run",
                        id)
                == 1;
    }

    /** Takes the next import, or one whose worker fell silent; none where another works on one. */
    @Transactional
    Optional<Job> claim() {
        String silent = "(heartbeat is null or heartbeat < now() - interval '%d ms')".formatted(silence.toMillis());
        String claim = """
                update import set state = 'running', heartbeat = now(), attempts = attempts + 1,
                                  started_at = coalesce(started_at, now())
                where id = (select id from import
                            where state = 'queued' or (state = 'running' and %s)
                            order by state desc, number limit 1 for update skip locked)
                  and not exists (select 1 from import where state = 'running' and not %s)
                returning id, source, file_name, dry_run, withdraw_missing, undo
                """.formatted(silent, silent);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(claim);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Job(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            row.getBoolean(5),
                            row.getBoolean(6)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    Path fetchUpload(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select bytes from import_upload where import_id = ? and part >= ? order by part limit 8")) {
            Path file = Scratch.file(".upload");
            try (OutputStream out = Files.newOutputStream(file)) {
                int part = 0;
                for (int read = -1; read != 0; part += read) {
                    read = 0;
                    statement.setObject(1, id);
                    statement.setInt(2, part);
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            out.write(row.getBytes(1));
                            read++;
                        }
                    }
                }
            }
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    void beat(UUID id) {
        execute("update import set heartbeat = now() where id = ? and state = 'running'", id);
    }

    @Transactional
    void expect(UUID id, int trees) {
        execute(
                "update import set trees = ?, trees_done = (select count(*) from import_tree where import_id = ?) where id = ?",
                trees,
                id,
                id);
    }

    @Transactional
    void advance(UUID id, int treesDone) {
        execute("update import set trees_done = ?, heartbeat = now() where id = ?", treesDone, id);
    }

    @Transactional
    void finish(UUID id, String state, @Nullable String code, @Nullable String message) {
        execute(
                "update import set state = ?, problem_code = ?, problem_message = ?, finished_at = now(), heartbeat = null"
                        + " where id = ?",
                state,
                code,
                message,
                id);
        execute("delete from import_upload where import_id = ?", id);
    }

    /** This replica stops: another, or this one later, goes on at once. */
    @Transactional
    void release(UUID id) {
        execute("update import set heartbeat = null, attempts = attempts - 1 where id = ? and state = 'running'", id);
    }

    /** Lets go of an import that could not go on, so that it is tried again, but not for ever. */
    @Transactional
    void letGo(UUID id) {
        execute(
                "update import set state = case when attempts >= ? then 'failed' else state end,"
                        + " problem_code = case when attempts >= ? then 'internal' end,"
                        + " problem_message = case when attempts >= ? then 'It could not be finished; the log says why.' end,"
                        + " heartbeat = now() - ? * interval '1 ms' where id = ? and state = 'running'",
                MOST_ATTEMPTS,
                MOST_ATTEMPTS,
                MOST_ATTEMPTS,
                silence.minus(HEAD_START).toMillis(),
                id);
    }

    private int execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
