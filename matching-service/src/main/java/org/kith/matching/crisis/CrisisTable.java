package org.kith.matching.crisis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;

/** The lines that are known without any directory: country × need × audience × language. Configuration, never empty. */
public final class CrisisTable {
    private static final String ANYWHERE = "*";
    private static final CrisisTable STANDARD = load("/crisis/crisis-table-1.json");

    private final String version;
    private final Map<String, String> emergencyNumbers;
    private final Map<String, List<CrisisLine>> byCountry;

    private CrisisTable(CrisisTableFile file) {
        version = file.version();
        emergencyNumbers = Map.copyOf(file.emergencyNumbers());
        byCountry = file.lines().stream()
                .collect(Collectors.groupingBy(
                        CrisisTableFile.Row::country,
                        Collectors.mapping(CrisisTableFile.Row::line, Collectors.toUnmodifiableList())));
    }

    public static CrisisTable standard() {
        return STANDARD;
    }

    public String version() {
        return version;
    }

    public Optional<String> emergencyNumber(@Nullable String country) {
        return country == null ? Optional.empty() : Optional.ofNullable(emergencyNumbers.get(country));
    }

    /** The line that the quiet footer names: the country's default, or the finder where the country is not known. */
    public Candidate standby(@Nullable String country) {
        CrisisLine.Role named = emergencyNumber(country).isPresent() ? CrisisLine.Role.DEFAULT : CrisisLine.Role.FINDER;
        return lines(country).stream()
                .filter(line -> line.role() == named)
                .findFirst()
                .orElseThrow()
                .candidate();
    }

    /** The country's lines, or those for anywhere where it is unknown or has none. */
    List<CrisisLine> lines(@Nullable String country) {
        List<CrisisLine> lines = country == null ? null : byCountry.get(country);
        return lines == null ? anywhere() : lines;
    }

    /** What is left when everything else is closed or avoided. */
    List<CrisisLine> anywhere() {
        return Objects.requireNonNull(byCountry.get(ANYWHERE));
    }

    private static CrisisTable load(String resource) {
        try (InputStream in = CrisisTable.class.getResourceAsStream(resource)) {
            return new CrisisTable(new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .readValue(Objects.requireNonNull(in, resource), CrisisTableFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
