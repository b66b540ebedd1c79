package org.kith.directory.imports.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file: its header and, streamed, its rows. Lenient where spreadsheets are: comma, semicolon or tab, quotes in
 * odd places, rows shorter or longer than the header.
 *
 * @param columns the header in lower case with underscores; a nameless column is an empty string
 */
public record CsvTable(SourceFile file, TextEncoding encoding, char delimiter, List<String> columns, int recordChars) {

    public static CsvTable of(SourceFile file, ReadingLimits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char delimiter;
        try (Reader reader = new RecordBound(encoding.reader(file), file.name(), limits.recordChars())) {
            delimiter = delimiterOf(firstLine(reader));
        }
        CsvTable table = new CsvTable(file, encoding, delimiter, List.of(), limits.recordChars());
        return new CsvTable(file, encoding, delimiter, table.header(), limits.recordChars());
    }

    /** Hands each row below the header to the consumer; rows with no cell at all are not rows. */
    public void forEach(Consumer<CsvRow> consumer) throws IOException {
        try (RecordBound bound = new RecordBound(encoding.reader(file), file.name(), recordChars);
                CSVParser parser =
                        CSVParser.builder().setReader(bound).setFormat(format()).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            if (records.hasNext()) {
                records.next();
            }
            while (records.hasNext()) {
                CSVRecord csv = records.next();
                bound.recordEnded(csv.getRecordNumber());
                consumer.accept(rowOf(csv));
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableUpload("csv-malformed", "The file " + file.name() + " is not CSV that can be read.");
        }
    }

    private CsvRow rowOf(CSVRecord csv) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(i < csv.size() ? csv.get(i) : "");
        }
        List<String> extra = new ArrayList<>();
        for (int i = columns.size(); i < csv.size(); i++) {
            if (!csv.get(i).isBlank()) {
                extra.add(csv.get(i));
            }
        }
        return new CsvRow(csv.getRecordNumber() - 1, cells, extra);
    }

    private List<String> header() throws IOException {
        try (RecordBound bound = new RecordBound(encoding.reader(file), file.name(), recordChars);
                CSVParser parser =
                        CSVParser.builder().setReader(bound).setFormat(format()).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext()
                    ? records.next().stream().map(CsvTable::columnName).toList()
                    : List.of();
        } catch (UncheckedIOException e) {
            throw new UnreadableUpload("csv-malformed", "The file " + file.name() + " is not CSV that can be read.");
        }
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    /** {@code " Postal Code"} and {@code "postalCode"} are both {@code postal_code}. */
    static String columnName(String header) {
        return header.strip()
                .replace("\uFEFF", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    private static char delimiterOf(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static String firstLine(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        while (c >= 0 && (c != '\n' || line.toString().isBlank())) {
            line.append((char) c);
            c = reader.read();
        }
        return line.toString();
    }
}
