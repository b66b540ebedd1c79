package org.kith.directory.imports.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file are to be read: UTF-8 if they are valid as such from end to end, UTF-16 if they say so with a
 * byte order mark, otherwise Windows-1252, which is what spreadsheets wrote before.
 *
 * @param bomBytes bytes of the byte order mark, to be skipped
 */
public record TextEncoding(Charset charset, int bomBytes) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    public static TextEncoding of(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(3);
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                return new TextEncoding(isUtf8(in, new byte[0]) ? StandardCharsets.UTF_8 : WINDOWS_1252, 3);
            }
            if (startsWith(head, 0xFF, 0xFE)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(head, 0xFE, 0xFF)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            return new TextEncoding(isUtf8(in, head) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
        }
    }

    /** Whether the bytes had to be read as something else than the UTF-8 that every format asks for. */
    public boolean isRepair() {
        return !charset.equals(StandardCharsets.UTF_8);
    }

    public Reader reader(SourceFile file) throws IOException {
        InputStream in = file.open();
        in.skipNBytes(bomBytes);
        return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    private static boolean startsWith(byte[] head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(InputStream in, byte[] head) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        bytes.put(head);
        boolean end = false;
        while (!end) {
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = n < 0;
            bytes.position(bytes.position() + Math.max(0, n)).flip();
            CoderResult result = decoder.decode(bytes, chars.clear(), end);
            if (result.isError()) {
                return false;
            }
            bytes.compact();
        }
        return true;
    }
}
