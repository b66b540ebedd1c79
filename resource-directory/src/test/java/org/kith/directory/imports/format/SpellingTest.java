package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.imports.Zips;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.Upload;
import org.kith.directory.imports.repair.Problem;

/** Ids drift: between tables, and between the copies of one directory. */
class SpellingTest {
    private static final String ORGANIZATIONS = "id,name,description\nORG-1,Helping Hands,Help\n";

    @TempDir
    Path folder;

    @Test
    void aReferenceMeansTheRowWhoseIdDiffersOnlyInCaseAndSpaces() throws IOException {
        Reading reading = read(
                Map.of("organizations.csv", ORGANIZATIONS, "services.csv", services("s1,org- 1,Pantry,active")),
                new Spelling());
        assertThat(reading.trees()).extracting(OrganizationTree::key).containsExactly("ORG-1");
        assertThat(problems(reading))
                .anySatisfy(p -> assertThat(List.of(p.code(), String.valueOf(p.original()), String.valueOf(p.now())))
                        .containsExactly("id-spelled-otherwise", "org- 1", "ORG-1"));
    }

    @Test
    void aReferenceThatCouldMeanTwoRowsStaysAsItIs() throws IOException {
        Reading reading = read(
                Map.of(
                        "organizations.csv",
                        ORGANIZATIONS + "org-1,Other Hands,Help\n",
                        "services.csv",
                        services("s1,Org-1,Pantry,active")),
                new Spelling());
        assertThat(reading.trees())
                .extracting(OrganizationTree::key)
                .containsExactlyInAnyOrder("ORG-1", "org-1", "Org-1");
    }

    @Test
    void aRowKeepsTheIdThatItHadInTheCopyBefore() throws IOException {
        Spelling before = new Spelling();
        before.add("organization", "org-1");
        before.add("service", "12");
        Reading reading = read(
                Map.of("organizations.csv", ORGANIZATIONS, "services.csv", services("12.0,ORG-1,Pantry,active")),
                before);
        assertThat(reading.trees()).extracting(OrganizationTree::key).containsExactly("org-1");
        assertThat(reading.trees().getFirst().rows().stream()
                        .map(row -> row.node().path("id").asText()))
                .containsExactlyInAnyOrder("org-1", "12");
    }

    @Test
    void twoRowsThatDifferInCaseStayTwo() throws IOException {
        Spelling before = new Spelling();
        before.add("organization", "org-1");
        Reading reading = read(Map.of("organizations.csv", ORGANIZATIONS + "org-1,Other Hands,Help\n"), before);
        assertThat(reading.trees()).extracting(OrganizationTree::key).containsExactlyInAnyOrder("ORG-1", "org-1");
    }

    private static String services(String row) {
        return "id,organization_id,name,status\n" + row + "\n";
    }

    private static List<Problem> problems(Reading reading) {
        return reading.trees().stream()
                .flatMap(t -> t.rows().stream())
                .flatMap(r -> r.problems().stream())
                .toList();
    }

    private Reading read(Map<String, String> files, Spelling before) throws IOException {
        Path zip = Files.write(folder.resolve("upload.zip"), Zips.of(files));
        try (Upload upload = Upload.open(zip, "upload.zip", ReadingLimits.USUAL)) {
            return Reading.of(upload, ReadingLimits.USUAL, before);
        }
    }
}
