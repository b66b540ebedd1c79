package org.kith.directory.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.format.Format;
import org.kith.directory.imports.format.Reading;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;
import org.kith.web.Problems;

/** Looks at what is handed in before anything is promised: its size, its format, and whether it is safe to open. */
@ApplicationScoped
class NewImports {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final Queue queue;
    private final ImportLimits limits;

    NewImports(Queue queue, ImportLimits limits) {
        this.queue = queue;
        this.limits = limits;
    }

    UUID accept(@Nullable FileUpload file, @Nullable String source, String dryRun, String withdrawMissing) {
        if (file == null) {
            throw Problems.invalid("/file", "required", "Send the file as the form field 'file'.");
        }
        if (file.size() > limits.uploadSize().asLongValue()) {
            throw Problems.tooLarge(
                    "A file may have up to %d MB.".formatted(limits.uploadSize().asLongValue() >> 20));
        }
        String fileName = fileName(file);
        String name = source == null || source.isBlank() ? slug(fileName) : source.strip();
        if (!SOURCE.matcher(name).matches()) {
            throw Problems.invalid(
                    "/source", "format", "Up to 64 lower-case letters, digits, dots, dashes and underscores.");
        }
        boolean dry = flag("/dry_run", dryRun);
        boolean withdraw = flag("/withdraw_missing", withdrawMissing);
        try (Upload upload = Upload.open(file.uploadedFile(), fileName, limits.reading())) {
            Format format = Reading.formatOf(upload, limits.reading());
            return queue.add(file.uploadedFile(), fileName, name, format.wireName(), dry, withdraw);
        } catch (UnreadableUpload e) {
            throw unreadable(e);
        }
    }

    private static HttpProblem unreadable(UnreadableUpload e) {
        return Problems.problem(422, "unreadable-upload", "The file cannot be taken in", String.valueOf(e.getMessage()))
                .with("code", e.code())
                .build();
    }

    private static String fileName(FileUpload file) {
        String name = file.fileName() == null
                ? ""
                : file.fileName().replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "upload" : name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static String slug(String fileName) {
        String slug = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z]+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "upload" : slug.length() > 64 ? slug.substring(0, 64) : slug;
    }

    private static boolean flag(String pointer, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off", "" -> false;
            default -> throw Problems.invalid(pointer, "format", "true or false.");
        };
    }
}
