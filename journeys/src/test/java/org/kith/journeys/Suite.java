package org.kith.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kith.localstack.Addresses;
import org.kith.localstack.Parts;
import org.kith.localstack.Progress;
import org.kith.localstack.Stack;
import org.kith.localstack.sample.Load;

/** Starts the whole suite once for all journeys, on free ports and over an empty folder, with the sample loaded. */
final class Suite implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Suite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == Http.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot().getStore(HERE).computeIfAbsent("suite", key -> new Running(), Running.class);
        return parameter.getParameter().getType() == Stack.class ? running.stack() : running.http();
    }

    /** Closed by JUnit after the last journey. A start that failed is not tried again for each of them. */
    private static final class Running implements AutoCloseable {
        private @Nullable Stack stack;
        private @Nullable Http http;
        private @Nullable Exception failure;

        Running() {
            Path folder = Parts.root().resolve("journeys/target/stack");
            Progress progress = Progress.timed(System.out);
            try {
                Stack.forget(folder);
                stack = Stack.start(folder, Addresses.free(), progress);
                http = new Http(stack);
                new Load(stack, folder.resolve("loaded"), progress).load(Optional.empty());
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
        }

        Stack stack() {
            return started(stack);
        }

        Http http() {
            return started(http);
        }

        private <T> T started(@Nullable T part) {
            if (part == null || failure != null) {
                throw new IllegalStateException("The suite did not start", failure);
            }
            return part;
        }

        @Override
        public void close() {
            if (stack != null) {
                stack.close();
            }
        }
    }
}
