package org.kith.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Secrets of one machine, made at the first start and kept beside the data that they protect. */
final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /** 32 random bytes; the same at every start over the same folder. */
    static byte[] in(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".secret");
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createDirectories(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, secret);
        }
        return Files.readAllBytes(file);
    }
}
