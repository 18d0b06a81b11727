package io.payscope.http;

import io.payscope.core.fault.BugFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The API's own description (OpenAPI 3.1), which tests hold to the policy table and to what the running system answers.
 *
 * @param text YAML
 */
public record Description(String text) {

    /** Of YAML (RFC 9512). */
    static final String MEDIA_TYPE = "application/yaml";

    private static final String RESOURCE = "/openapi.yaml";

    /** @return the description of this version */
    public static Description load() {
        try (InputStream in = Description.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BugFault("no " + RESOURCE + " beside the classes");
            }
            return new Description(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BugFault("cannot read " + RESOURCE, e);
        }
    }
}
