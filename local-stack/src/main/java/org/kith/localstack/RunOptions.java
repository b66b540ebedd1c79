package org.kith.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param data a directory to load in place of the sample
 * @param parent the process that waits for us, in the foreground
 */
record RunOptions(String command, boolean fresh, Optional<Path> data, Optional<ProcessHandle> parent) {

    static RunOptions of(List<String> arguments) {
        String command = "run";
        boolean fresh = false;
        Optional<Path> data = Optional.empty();
        Optional<ProcessHandle> parent = Optional.empty();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "run", "stop", "status", "bench" -> command = argument;
                case "--fresh" -> fresh = true;
                case "--data" -> data = Optional.of(existing(value(argument, rest)));
                case "--parent" -> parent = ProcessHandle.of(Long.parseLong(value(argument, rest)));
                default -> throw new StartFailed("Unknown argument " + argument + "; dev/run --help tells them all");
            }
        }
        return new RunOptions(command, fresh, data, parent);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StartFailed(name + " needs a value");
        }
        return rest.next();
    }

    private static Path existing(String path) {
        Path file = Path.of(path).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new StartFailed("No such file or folder: " + path);
        }
        return file;
    }
}
