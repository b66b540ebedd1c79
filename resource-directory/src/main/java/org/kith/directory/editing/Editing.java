package org.kith.directory.editing;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Entity;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.listing.Intake;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/**
 * The steps of reading, adding, replacing and removing, the same for every entity.
 *
 * @param name of HSDS
 * @param version of what there is now
 * @param store writes a document under an id, after asking who may and whether the guard lets it
 * @param find what is shown
 */
record Editing<T extends Entity>(
        Class<T> type,
        String name,
        Function<UUID, OptionalLong> version,
        Store<T> store,
        Function<UUID, Optional<Tagged>> find) {
    /** Stores a document, unless the caller may not or the guard throws. */
    @FunctionalInterface
    interface Store<T> {
        void store(UUID id, T document, Runnable guard);
    }

    Response read(UUID id, Request request) {
        return shown(id).answer(request);
    }

    Response add(@Nullable T given, UriInfo uri, Request request) {
        T document = required(given);
        UUID givenId = document.id();
        UUID id = givenId == null ? UUID.randomUUID() : givenId;
        scrutinize(document);
        store.store(id, document, () -> Versions.requireAbsent(version.apply(id)));
        return Response.fromResponse(read(id, request))
                .status(Response.Status.CREATED)
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    Response replace(UUID id, @Nullable String ifMatch, @Nullable T given, Request request) {
        T document = required(given);
        if (document.id() != null && !id.equals(document.id())) {
            throw Problems.invalid("/id", "mismatch", "It is not the id of the path.");
        }
        scrutinize(document);
        boolean known = version.apply(id).isPresent();
        store.store(id, document, () -> Versions.requireToReplace(ifMatch, version.apply(id)));
        return Response.fromResponse(read(id, request))
                .status(known ? Response.Status.OK : Response.Status.CREATED)
                .build();
    }

    /** Asked when nobody else can change it any more. */
    Runnable mayRemove(UUID id, @Nullable String ifMatch) {
        return () -> Versions.requireToRemove(ifMatch, version.apply(id));
    }

    private void scrutinize(T document) {
        List<FieldError> errors = new ArrayList<>(Scrutiny.of(HsdsJson.mapper().valueToTree(document)));
        if (!errors.isEmpty()) {
            // With what the directory itself would say: all at once.
            Intake.of(document, type, name, UUID.randomUUID()).flaws().stream()
                    .map(f -> new FieldError(f.pointer(), f.code(), f.detail(), f.nearest()))
                    .forEach(errors::add);
            throw Problems.invalid(errors);
        }
    }

    private Tagged shown(UUID id) {
        return find.apply(id).orElseThrow(Problems::notFound);
    }

    private T required(@Nullable T given) {
        if (given == null) {
            throw Problems.invalid("", "required", "An HSDS document is needed.");
        }
        return given;
    }
}
