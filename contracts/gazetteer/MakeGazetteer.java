import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the two tables of the gazetteer from public-domain data in Debian packages; see NOTICE.md beside it.
 *
 * <pre>
 * apt-get download weather-util-data python3-geopandas   # and tzdata, which is there
 * for deb in *.deb; do dpkg-deb -x $deb unpacked; done
 * java contracts/gazetteer/MakeGazetteer.java unpacked contracts/gazetteer
 * </pre>
 */
public class MakeGazetteer {
    private static final double WEIGHED_WITHIN_KM = 12;
    private static final int WORLD_CITY = 60;
    private static final int ZONE_CITY = 30;

    record Spot(double latitude, double longitude) {
        double km(Spot other) {
            double x = Math.toRadians(other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
            return 6371 * Math.hypot(x, Math.toRadians(other.latitude - latitude));
        }
    }

    record Entry(String id, String name, String region, Spot spot) {}

    /** @param weight how many postal areas lie around it: a stand-in for how many people may mean it */
    record Row(String country, String region, String name, String kind, Spot spot, int weight) {
        String line() {
            return String.join(",", country, region, name, kind, thousandths(spot), Integer.toString(weight));
        }
    }

    public static void main(String[] args) throws IOException {
        Path in = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<Entry> codes = census(in.resolve("usr/share/weather-util/zctas.gz"));
        write(
                out.resolve("us-zcta.csv.gz"),
                codes.stream().map(code -> code.id() + "," + thousandths(code.spot())).sorted().toList());
        List<Row> rows = new ArrayList<>(unitedStates(in, codes));
        rows.addAll(world(in, List.copyOf(rows)));
        rows.removeIf(row -> row.name().contains(",") || row.name().contains("?"));
        write(
                out.resolve("places.csv.gz"),
                rows.stream()
                        .sorted(Comparator.comparing(Row::country).thenComparing(Row::region).thenComparing(Row::name))
                        .map(Row::line)
                        .distinct()
                        .toList());
        System.out.println(codes.size() + " postal areas, " + rows.size() + " places");
    }

    /** The Census Bureau's gazetteer as weather-util carries it: sections with a centroid in radians. */
    private static List<Entry> census(Path file) throws IOException {
        Pattern centroid = Pattern.compile("centroid = \\((\\S+), (\\S+)\\)");
        List<Entry> entries = new ArrayList<>();
        String id = "";
        Spot spot = null;
        try (BufferedReader lines = reader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher at = centroid.matcher(line);
                if (line.startsWith("[")) {
                    id = line.substring(1, line.length() - 1);
                } else if (at.matches()) {
                    spot = new Spot(
                            Math.toDegrees(Double.parseDouble(at.group(1))),
                            Math.toDegrees(Double.parseDouble(at.group(2))));
                    if (!id.startsWith("fips")) {
                        entries.add(new Entry(id, "", "", spot));
                    }
                } else if (line.startsWith("description = ") && id.startsWith("fips")) {
                    String said = line.substring("description = ".length());
                    int comma = said.lastIndexOf(',');
                    entries.add(new Entry(id, said.substring(0, comma), said.substring(comma + 1).strip(), spot));
                }
            }
        }
        return entries;
    }

    private static List<Row> unitedStates(Path in, List<Entry> codes) throws IOException {
        Map<String, Row> places = new TreeMap<>();
        Map<String, Row> divisions = new TreeMap<>();
        Set<String> several = new HashSet<>();
        List<Row> counties = new ArrayList<>();
        for (Entry entry : census(in.resolve("usr/share/weather-util/places.gz"))) {
            int digits = entry.id().length() - "fips".length();
            int weight = weight(entry, codes);
            if (digits == 5) {
                if (!entry.name().endsWith(" city")) {
                    counties.add(new Row("US", entry.region(), entry.name(), "county", entry.spot(), weight));
                }
                continue;
            }
            for (String name : names(entry.name())) {
                String key = entry.region() + "|" + name.toLowerCase();
                if (digits == 7) {
                    Row row = new Row("US", entry.region(), name, "place", entry.spot(), weight);
                    places.merge(key, row, (a, b) -> a.weight() >= b.weight() ? a : b);
                } else if (entry.name().matches(".* (town|township|borough|village|city|plantation|charter township)")) {
                    // The towns of New England and their like; a name that one state gives to several says nothing.
                    Row row = new Row("US", entry.region(), name, "division", entry.spot(), weight);
                    if (divisions.put(key, row) != null) {
                        several.add(key);
                    }
                }
            }
        }
        divisions.keySet().removeAll(several);
        divisions.keySet().removeAll(places.keySet());
        List<Row> rows = new ArrayList<>(places.values());
        rows.addAll(divisions.values());
        rows.addAll(counties);
        return rows;
    }

    /** "Nashville-Davidson metropolitan government (balance)" is Nashville; "San Buenaventura (Ventura) city" is both. */
    private static List<String> names(String legal) {
        if (legal.endsWith("(balance)") || legal.contains(" government")) {
            return List.of(legal.split("[-/(]| (city|metro|unified|consolidated)")[0].strip());
        }
        String name = legal.replaceFirst(
                " (city and borough|consolidated government|charter township|plantation|municipality|township|village"
                        + "|borough|zona urbana|comunidad|city|town|CDP|corporation|urban county)$",
                "");
        name = name.replaceFirst("^Urban ", "");
        Matcher both = Pattern.compile("(.*?) \\((.*)\\)").matcher(name);
        return both.matches() ? List.of(both.group(1), both.group(2)) : List.of(name);
    }

    private static int weight(Entry entry, List<Entry> codes) {
        Spot spot = entry.spot();
        long near = codes.stream()
                .filter(code -> Math.abs(code.spot().latitude() - spot.latitude()) < .12)
                .filter(code -> code.spot().km(spot) < WEIGHED_WITHIN_KM)
                .count();
        // A city stands for its surroundings; who means a hamlet or a division names its state.
        boolean city = entry.name().endsWith(" city") || entry.name().endsWith("(balance)");
        return (int) (city ? near * 2 : near / 2);
    }

    private static List<Row> world(Path in, List<Row> american) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("/usr/share/zoneinfo/zone.tab"))) {
            String[] cells = line.split("\t");
            if (line.startsWith("#") || cells[2].split("/").length != 2 || cells[2].startsWith("Antarctica")) {
                continue;
            }
            String name = cells[2].split("/")[1].replace('_', ' ');
            rows.put(cells[0] + name.toLowerCase(), new Row(cells[0], "", name, "city", spot(cells[1]), ZONE_CITY));
        }
        List<Row> zones = List.copyOf(rows.values());
        Path earth = in.resolve("usr/lib/python3/dist-packages/geopandas/datasets/naturalearth_cities");
        ByteBuffer points = ByteBuffer.wrap(Files.readAllBytes(earth.resolve("naturalearth_cities.shp")))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] table = Files.readAllBytes(earth.resolve("naturalearth_cities.dbf"));
        ByteBuffer header = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int width = header.getShort(10);
        for (int i = 0; i < header.getInt(4); i++) {
            String name = new String(table, header.getShort(8) + i * width + 1, width - 1, StandardCharsets.ISO_8859_1).strip();
            // A point takes 28 bytes after a header of 100: record header 8, type 4, x, y.
            Spot spot = new Spot(points.getDouble(100 + i * 28 + 20), points.getDouble(100 + i * 28 + 12));
            // Natural Earth's own table here has names alone: the country is that of the nearest city of a time zone.
            Row nearest = zones.stream().min(Comparator.comparingDouble(zone -> zone.spot().km(spot))).orElseThrow();
            boolean known = american.stream()
                    .anyMatch(row -> row.spot().km(spot) < 80 && name.contains(row.name()));
            if (known || name.equals("Washington, D.C.")) {
                continue;
            }
            boolean sure = nearest.spot().km(spot) < 60 || nearest.name().equalsIgnoreCase(name);
            rows.put(
                    (sure ? nearest.country() : "") + name.toLowerCase(),
                    new Row(sure ? nearest.country() : "", "", name, "city", spot, WORLD_CITY));
        }
        rows.values().removeIf(row -> row.country().equals("US"));
        Map<String, Row> best = new HashMap<>();
        rows.values().forEach(row -> best.merge(folded(row), row, (a, b) -> a.weight() >= b.weight() ? a : b));
        return List.copyOf(best.values());
    }

    private static String folded(Row row) {
        return row.country() + Normalizer.normalize(row.name(), Normalizer.Form.NFD).replaceAll("\\W", "").toLowerCase();
    }

    /** ISO 6709: degrees and minutes, perhaps seconds. */
    private static Spot spot(String written) {
        Matcher at = Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?([+-])(\\d{3})(\\d{2})(\\d{2})?").matcher(written);
        if (!at.matches()) {
            throw new IllegalArgumentException(written);
        }
        return new Spot(degrees(at, 1), degrees(at, 5));
    }

    private static double degrees(Matcher at, int group) {
        double seconds = at.group(group + 3) == null ? 0 : Integer.parseInt(at.group(group + 3)) / 3600.;
        double degrees = Integer.parseInt(at.group(group + 1)) + Integer.parseInt(at.group(group + 2)) / 60. + seconds;
        return at.group(group).equals("-") ? -degrees : degrees;
    }

    private static String thousandths(Spot spot) {
        return Math.round(spot.latitude() * 1000) + "," + Math.round(spot.longitude() * 1000);
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream in = new GZIPInputStream(Files.newInputStream(file));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
    }
}
