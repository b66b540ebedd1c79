package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.kith.localstack.Part;
import org.kith.localstack.Progress;
import org.kith.localstack.Stack;

/** Fills the directory as its steward would: with the sample, or with a file of one's own. */
public final class Load {
    private final Stack stack;
    private final Path folder;
    private final Progress progress;

    /** @param folder remembers what was loaded, so that a later start does not load it again */
    public Load(Stack stack, Path folder, Progress progress) {
        this.stack = stack;
        this.folder = folder;
        this.progress = progress;
    }

    /** Loads the file or folder, or the sample where none is given and nothing was loaded before. */
    public void load(Optional<Path> data) throws IOException {
        Files.createDirectories(folder);
        if (data.isPresent()) {
            Path file = Files.isDirectory(data.get()) ? Zip.of(data.get(), folder.resolve("data.zip")) : data.get();
            send(file, source(data.get()));
        } else if (!Files.exists(done())) {
            Path file = folder.resolve("sample.json");
            new ObjectMapper().writeValue(file.toFile(), new Sample(LocalDate.now()).documents());
            send(file, "sample");
        }
    }

    private void send(Path file, String source) throws IOException {
        Imports imports =
                new Imports(stack.url(Part.DIRECTORY), () -> stack.tokens().of("steward"));
        JsonNode job = imports.send(file, source, tenths -> progress.say("Loading " + source + ": " + tenths + "0 %"));
        JsonNode rows = job.path("rows");
        String counts = "%d rows in, %d stored, %d unchanged, %d refused"
                .formatted(
                        rows.path("in").asLong(),
                        rows.path("stored").asLong(),
                        rows.path("unchanged").asLong(),
                        rows.path("refused").asLong());
        if (job.path("state").asText().equals("done")) {
            progress.say("Loaded " + source + ": " + counts);
            Files.writeString(done(), source + "\n");
        } else {
            progress.say("Loading %s ended as %s: %s; see %s/v1/imports/%s/report"
                    .formatted(
                            source,
                            job.path("state").asText(),
                            counts,
                            stack.url(Part.DIRECTORY),
                            job.path("id").asText()));
        }
    }

    private Path done() {
        return folder.resolve("done");
    }

    /** A short name of the origin: {@code baltimore-ohana-csv} for a file or folder of that name. */
    static String source(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "");
        return name.replaceAll("[^a-z0-9]+", "-");
    }
}
