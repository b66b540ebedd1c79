package org.kith.directory.hsdsapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/** A list by POST has the parameters of the list by GET: they are said there, once. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ListsByPost implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/hsds/v3/") && item.getGET() != null && item.getPOST() != null) {
                sayAgain(item);
            }
        });
    }

    private static void sayAgain(PathItem list) {
        if (list.getPOST().getParameters() == null
                || list.getPOST().getParameters().isEmpty()) {
            list.getPOST().setParameters(list.getGET().getParameters());
        }
    }
}
