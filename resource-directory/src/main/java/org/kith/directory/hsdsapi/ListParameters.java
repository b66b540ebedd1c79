package org.kith.directory.hsdsapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * The parameters of each list, by GET and by POST: the contract names what the list reads. Annotations that refer to
 * components cannot say it, as of several on one method only the first is kept.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ListParameters implements OASFilter {
    private static final Map<String, List<String>> LISTS = Map.of(
            "/hsds/v3/services", ServicesResource.FIELDS,
            "/hsds/v3/organizations", OrganizationsResource.FIELDS,
            "/hsds/v3/service_at_locations", ServiceAtLocationsResource.FIELDS,
            "/hsds/v3/taxonomies", TaxonomiesResource.FIELDS,
            "/hsds/v3/taxonomy_terms", TaxonomyTermsResource.FIELDS);

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        LISTS.forEach((path, fields) -> {
            PathItem list = contract.getPaths().getPathItem(path);
            say(list.getGET(), fields);
            say(list.getPOST(), fields);
        });
    }

    private static void say(Operation operation, List<String> fields) {
        operation.setParameters(fields.stream()
                .map(field -> OASFactory.createParameter().ref(field))
                .toList());
    }
}
