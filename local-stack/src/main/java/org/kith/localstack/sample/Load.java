package org.kith.localstack.sample;

import java.nio.file.Path;
import java.util.Optional;
import org.kith.localstack.Progress;
import org.kith.localstack.Stack;

/** Fills the directory once. */
public final class Load {
    private final Stack stack;
    private final Path marker;
    private final Progress progress;

    public Load(Stack stack, Path marker, Progress progress) {
        this.stack = stack;
        this.marker = marker;
        this.progress = progress;
    }

    public void load(Optional<Path> data) {}
}
