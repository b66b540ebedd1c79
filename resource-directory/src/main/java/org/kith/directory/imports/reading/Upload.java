package org.kith.directory.imports.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of one upload, a zip or a single file. Nothing is unpacked to disk; names are only labels, yet a name that
 * points outside the zip is refused, because whoever made it meant harm.
 */
public final class Upload implements AutoCloseable {

    private final List<SourceFile> files;
    private final @Nullable ZipFile zip;

    private Upload(List<SourceFile> files, @Nullable ZipFile zip) {
        this.files = List.copyOf(files);
        this.zip = zip;
    }

    /** Whether it came as a zip. */
    public boolean isPacked() {
        return zip != null;
    }

    public static Upload open(Path path, String fileName, ReadingLimits limits) {
        try {
            if (Files.size(path) == 0) {
                throw new UnreadableUpload("empty-upload", "The file is empty.");
            }
            return startsLikeZip(path) ? openZip(path, limits) : single(path, fileName, limits);
        } catch (ZipException e) {
            throw new UnreadableUpload("zip-malformed", "The zip file cannot be read: it is damaged or incomplete.");
        } catch (IOException e) {
            throw new UnreadableUpload("unreadable", "The file cannot be read.");
        }
    }

    public List<SourceFile> files() {
        return files;
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean startsLikeZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
        }
    }

    private static Upload single(Path path, String fileName, ReadingLimits limits) throws IOException {
        if (Files.size(path) > limits.totalBytes()) {
            throw tooLarge(limits);
        }
        return new Upload(
                List.of(new SourceFile(fileName, () -> new BufferedInputStream(Files.newInputStream(path)))), null);
    }

    private static Upload openZip(Path path, ReadingLimits limits) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            return new Upload(filesOf(zip, limits), zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static List<SourceFile> filesOf(ZipFile zip, ReadingLimits limits) {
        if (zip.size() > limits.entries()) {
            throw new UnreadableUpload(
                    "zip-too-many-files",
                    "The zip holds %d files; at most %d are read.".formatted(zip.size(), limits.entries()));
        }
        List<SourceFile> files = new ArrayList<>();
        ByteBudget budget = new ByteBudget(limits.totalBytes());
        long declared = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            refuseTraversal(name);
            declared += Math.max(0, entry.getSize());
            if (declared > limits.totalBytes()) {
                throw tooLarge(limits);
            }
            if (!entry.isDirectory() && !isDebris(name)) {
                long ratioBytes = Math.max(
                        ReadingLimits.SMALL_ENTRY_BYTES, Math.max(0, entry.getCompressedSize()) * limits.ratio());
                if (entry.getSize() > ratioBytes) {
                    throw BoundedInput.bomb(name);
                }
                files.add(new SourceFile(
                        name,
                        () -> new BoundedInput(
                                new BufferedInputStream(zip.getInputStream(entry)), name, ratioBytes, budget)));
            }
        }
        return files;
    }

    private static void refuseTraversal(String name) {
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || name.contains("\0")
                || name.matches("^[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
        if (outside) {
            throw new UnreadableUpload("zip-path", "The zip holds a file name that points outside it.");
        }
    }

    /** What operating systems leave in zips by themselves. */
    private static boolean isDebris(String name) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || base.startsWith(".") || base.equalsIgnoreCase("thumbs.db");
    }

    private static UnreadableUpload tooLarge(ReadingLimits limits) {
        return new UnreadableUpload(
                "too-large-unpacked",
                "The files are larger than the %d MB that one import may hold.".formatted(limits.totalBytes() >> 20));
    }
}
