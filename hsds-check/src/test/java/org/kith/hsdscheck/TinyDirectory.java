package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An HSDS API over the tiny data that does everything right, but for one fault. */
final class TinyDirectory implements AutoCloseable {
    private static final Set<String> FLAGS = Set.of("full", "minimal", "top_only", "full_service");

    static {
        // Otherwise each answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final @Nullable Fault fault;
    private final HttpServer server;
    private final TinyFilters filters;
    private final Map<String, List<ObjectNode>> lists = Map.of(
            "services", TinyData.services(),
            "organizations", TinyData.organizations(),
            "service_at_locations", TinyData.places(),
            "taxonomy_terms", TinyData.terms());

    TinyDirectory(@Nullable Fault fault) {
        this.fault = fault;
        this.filters = new TinyFilters(fault);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private boolean has(Fault one) {
        return fault == one;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        Map<String, String> params = params(exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("POST") && has(Fault.POST_IGNORES_PARAMETERS)) {
            params.clear();
        }
        if (has(Fault.SENSELESS_IS_ACCEPTED)) {
            params.entrySet().removeIf(e -> isSenseless(Map.of(e.getKey(), e.getValue())));
        }
        List<ObjectNode> list = lists.get(path[0]);
        if (path[0].isEmpty()) {
            ObjectNode root = TinyData.JSON.createObjectNode().put("profile", "https://standard.example/");
            root.put("openapi_url", "https://standard.example/openapi");
            send(exchange, 200, has(Fault.ROOT_WITHOUT_VERSION) ? root : root.put("version", "3.2.3"));
        } else if (list == null) {
            refuse(exchange, 404);
        } else if (path.length == 2) {
            member(exchange, list, path[1], params);
        } else if (isSenseless(params)) {
            refuse(exchange, has(Fault.SENSELESS_BREAKS_THE_SERVER) ? 500 : 400);
        } else if ("ndjson".equals(params.get("format")) && !has(Fault.NDJSON_IGNORED)) {
            stream(exchange, filters.kept(list, params), params);
        } else {
            send(exchange, 200, page(filters.kept(list, params), params));
        }
    }

    private static boolean isSenseless(Map<String, String> params) {
        return params.entrySet().stream().anyMatch(e -> switch (e.getKey()) {
            case "page", "per_page" -> !e.getValue().matches("[1-9]\\d*");
            case "modified_after" -> Doc.instant(e.getValue()).isEmpty();
            case "format" -> !Set.of("json", "ndjson").contains(e.getValue());
            case "proximity" -> !e.getValue().matches("\\d+");
            default -> FLAGS.contains(e.getKey()) && !Set.of("true", "false").contains(e.getValue());
        });
    }

    private void member(HttpExchange exchange, List<ObjectNode> list, String id, Map<String, String> params)
            throws IOException {
        int at = list.stream().map(e -> e.path("id").asText()).toList().indexOf(id);
        if (has(Fault.ANOTHER_ENTITY) && at >= 0) {
            at = (at + 1) % list.size();
        }
        if (at < 0 && has(Fault.UNKNOWN_ID_IS_FOUND)) {
            at = 0;
        }
        if (at < 0 || (at == 1 && has(Fault.BROKEN_ID))) {
            refuse(exchange, has(Fault.UNKNOWN_ID_IS_FORBIDDEN) ? 403 : 404);
        } else {
            ObjectNode whole = list.get(at).deepCopy();
            send(exchange, 200, params.containsKey("full_service") ? whole : withSimpleServices(whole));
        }
    }

    private ObjectNode page(List<ObjectNode> found, Map<String, String> params) {
        boolean isMinimal = params.containsKey("minimal");
        int number = Integer.parseInt(params.getOrDefault("page", "1"));
        int asked = Integer.parseInt(params.getOrDefault("per_page", isMinimal ? "1000" : "50"));
        int size = isMinimal && has(Fault.MINIMAL_IN_PAGES) ? 2 : has(Fault.PER_PAGE_IGNORED) ? 2 : Math.max(1, asked);
        int pages = (found.size() + size - 1) / size;
        int from = Math.min(found.size(), Math.max(0, number - 1) * size);
        if (has(Fault.PAGES_THAT_OVERLAP) && from > 0) {
            from--;
        }
        if (has(Fault.ENTITIES_AFTER_THE_LAST_PAGE) && number > pages) {
            from = 0;
        }
        List<ObjectNode> shown = found.subList(from, Math.min(found.size(), from + size));
        ObjectNode page = TinyData.JSON.createObjectNode();
        page.put("total_items", has(Fault.TOTAL_OF_THE_PAGE_ONLY) && number > 1 ? shown.size() : found.size())
                .put("total_pages", has(Fault.WRONG_TOTAL_PAGES) ? pages + 1 : pages)
                .put("page_number", number)
                .put("size", has(Fault.WRONG_SIZE) ? size + 1 : shown.size())
                .put("first_page", has(Fault.WRONG_FIRST_PAGE) || number == 1)
                .put("last_page", !has(Fault.WRONG_LAST_PAGE) && number >= pages)
                .put("empty", shown.isEmpty());
        if (has(Fault.MISSING_EMPTY_FLAG)) {
            page.remove("empty");
        }
        if (has(Fault.NO_TOTAL)) {
            page.remove("total_items");
        }
        page.putArray("contents");
        shown.forEach(e -> page.withArray("contents").add(form(e, params)));
        return page;
    }

    private ObjectNode form(ObjectNode entity, Map<String, String> params) {
        ObjectNode shown = entity.deepCopy();
        if (params.containsKey("minimal")) {
            Set<String> stamp = new java.util.HashSet<>(Set.of("id", "last_modified"));
            if (has(Fault.MINIMAL_WITH_NAME)) {
                stamp.add("name");
            }
            if (has(Fault.MINIMAL_WITHOUT_TIME)) {
                stamp.remove("last_modified");
            }
            return shown.retain(stamp);
        }
        if (has(Fault.NULL_FIELD)) {
            shown.putNull("alternate_name");
        }
        if (has(Fault.BAD_DATE_FORMAT)) {
            shown.put("last_modified", "1 January 2026");
        }
        if (has(Fault.BAD_ID_FORMAT)) {
            shown.put("id", "number-" + shown.path("id").asText());
        }
        if (has(Fault.MISSING_REQUIRED_FIELD)) {
            shown.remove("name");
        }
        if (has(Fault.LIST_SAYS_SOMETHING_ELSE)) {
            shown.put("name", "Something else");
        }
        if (params.containsKey("full_service") && !has(Fault.FULL_SERVICE_IGNORED)) {
            return shown;
        }
        if (params.containsKey("full") && !has(Fault.FULL_IGNORED)) {
            return withSimpleServices(shown);
        }
        return has(Fault.ARRAYS_IN_LIST) ? shown : withoutArrays(shown);
    }

    private static ObjectNode withSimpleServices(ObjectNode entity) {
        entity.path("services").forEach(s -> withoutArrays((ObjectNode) s));
        return entity;
    }

    private static ObjectNode withoutArrays(ObjectNode entity) {
        entity.properties().removeIf(f -> f.getValue().isArray());
        return entity;
    }

    private void stream(HttpExchange exchange, List<ObjectNode> found, Map<String, String> params) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ObjectNode entity : found) {
            ObjectNode line = form(entity, params);
            lines.add((has(Fault.NDJSON_INVALID_LINE) ? line.put("id", "7") : line).toString());
        }
        if (!lines.isEmpty()) {
            if (has(Fault.NDJSON_MISSES_A_LINE)) {
                lines.removeLast();
            }
            if (has(Fault.NDJSON_REPEATS_A_LINE)) {
                lines.set(lines.size() - 1, lines.getFirst());
            }
            if (has(Fault.NDJSON_BROKEN_LINE)) {
                lines.set(0, lines.getFirst().substring(5));
            }
        }
        send(exchange, 200, "application/x-ndjson", String.join("\n", lines) + "\n");
    }

    private static Map<String, String> params(@Nullable String query) {
        Map<String, String> params = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            params.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return params;
    }

    private void refuse(HttpExchange exchange, int status) throws IOException {
        if (has(Fault.REFUSES_IN_HTML)) {
            send(exchange, status, "text/html", "<h1>No</h1>");
        } else {
            send(exchange, status, "application/problem+json", "{\"status\": " + status + "}");
        }
    }

    private void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, has(Fault.NOT_JSON) ? "text/plain" : "application/json", body.toString());
    }

    private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (!has(Fault.NO_CORS)) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
