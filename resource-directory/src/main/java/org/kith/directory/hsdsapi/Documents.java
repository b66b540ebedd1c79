package org.kith.directory.hsdsapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.HsdsJson;

/** Cuts what a list shows out of stored documents, without making objects of them where that can be avoided. */
final class Documents {
    private Documents() {}

    /** The document without one-to-many arrays; to-one objects stay, without theirs. */
    static byte[] item(byte[] document) {
        return item(document, Set.of());
    }

    /** @param without names of fields to leave out at the top */
    static byte[] item(byte[] document, Set<String> without) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(document.length, 4096));
        try (JsonParser in = HsdsJson.mapper().createParser(document);
                JsonGenerator copy = HsdsJson.mapper().createGenerator(out)) {
            in.nextToken();
            object(in, copy, without);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
        return out.toByteArray();
    }

    private static void object(JsonParser in, JsonGenerator copy, Set<String> without) throws IOException {
        copy.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (value == JsonToken.START_ARRAY || without.contains(name)) {
                in.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                copy.writeFieldName(name);
                object(in, copy, Set.of());
            } else {
                copy.writeFieldName(name);
                copy.copyCurrentEventExact(in);
            }
        }
        copy.writeEndObject();
    }

    /** A service at a location, cut out of its service's document. */
    static byte[] place(byte[] serviceDocument, UUID id, boolean full) {
        ObjectNode service = (ObjectNode) HsdsJson.tree(serviceDocument);
        JsonNode places = service.remove("service_at_locations");
        for (JsonNode place : places == null ? List.<JsonNode>of() : places) {
            if (place.path("id").asText().equals(id.toString())) {
                ((ObjectNode) place).set("service", service);
                byte[] bytes = HsdsJson.bytes(place);
                return full ? bytes : item(bytes);
            }
        }
        throw new IllegalStateException("a published place is not in the document of its service");
    }

    /** An organization with its services put in. */
    static byte[] withServices(byte[] organization, List<byte[]> services) {
        if (services.isEmpty()) {
            return organization;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(organization, 0, organization.length - 1);
        out.writeBytes(utf8(",\"services\":["));
        join(out, services);
        out.writeBytes(utf8("]}"));
        return out.toByteArray();
    }

    /** A whole service as it stands inside its organization. */
    static byte[] withoutOrganization(byte[] service) {
        ObjectNode document = (ObjectNode) HsdsJson.tree(service);
        document.remove("organization");
        return HsdsJson.bytes(document);
    }

    static void join(ByteArrayOutputStream out, List<byte[]> documents) {
        for (int i = 0; i < documents.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(documents.get(i));
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
