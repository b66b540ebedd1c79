package org.kith.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.localstack.Part;
import org.kith.localstack.Parts;
import org.kith.localstack.Stack;
import org.kith.localstack.sample.Imports;
import org.kith.localstack.sample.Zip;

/** Directories of other systems, handed in by the steward. */
final class Directories {
    private Directories() {}

    /** A small Ohana directory of our own, with the kinds of dirt that real ones have. */
    static Path ohana() {
        try {
            return Path.of(Directories.class.getResource("/ohana").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real one, where somebody has put it beside the checkout. */
    static Optional<Path> baltimore() {
        return Stream.of("..", "../..")
                .map(up -> Parts.root()
                        .resolve(up)
                        .resolve("shared/data/baltimore-ohana-csv")
                        .normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Zips the folder, imports it and answers the finished job. */
    static JsonNode importAsSteward(Stack stack, Path folder, String source) {
        try {
            Path archive = Zip.of(folder, Parts.root().resolve("journeys/target/" + source + ".zip"));
            return new Imports(stack.url(Part.DIRECTORY), () -> stack.tokens().of("steward"))
                    .send(archive, source, tenths -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
