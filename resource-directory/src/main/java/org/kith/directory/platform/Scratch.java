package org.kith.directory.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Files for as long as some work takes. Whoever made one deletes it; what a killed process could not delete, the next one
 * does, or each crash in an import would cost the disk as much as the import is large.
 */
public final class Scratch {
    private static final Logger LOG = Logger.getLogger(Scratch.class);
    private static final Pattern NAME = Pattern.compile("kith-([0-9]{1,18})-.*");
    private static final String PREFIX = "kith-" + ProcessHandle.current().pid() + "-";

    private Scratch() {}

    public static Path file(String suffix) throws IOException {
        return Files.createTempFile(PREFIX, suffix);
    }

    public static Path folder() throws IOException {
        return Files.createTempDirectory(PREFIX);
    }

    /** Deletes what processes left that are no more; call it before this one has made any. */
    public static void sweep() {
        sweep(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void sweep(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, Scratch::isLeft)) {
            for (Path path : left) {
                delete(path);
            }
        } catch (IOException e) {
            LOG.warnf("What an earlier run left in the folder for temporary files stays there: %s", e.toString());
        }
    }

    /** In a container each run has the same number: what bears our own was made by the one before. */
    private static boolean isLeft(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long pid = Long.parseLong(name.group(1));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
