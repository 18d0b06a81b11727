package io.payscope.objects;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where the bucket is and who asks.
 *
 * @param bucket its name
 * @param endpoint an S3-compatible store, or null for AWS
 * @param accessKey who asks, or empty for the function's role
 * @param secretKey secret of {@code accessKey}
 */
public record ObjectSettings(String bucket, @Nullable URI endpoint, String accessKey, String secretKey) {

    /**
     * Reads the settings.
     *
     * @throws ConfigFault if the bucket is not given, the endpoint is no URL, or a key lacks its secret
     */
    public static ObjectSettings from(Settings settings) {
        String accessKey = settings.get(Setting.S3_ACCESS_KEY);
        String secretKey = settings.get(Setting.S3_SECRET_KEY);
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            throw new ConfigFault(Setting.S3_ACCESS_KEY.variable() + " and " + Setting.S3_SECRET_KEY.variable()
                    + ": expected both or none, found one");
        }
        String bucket = settings.get(Setting.BUCKET);
        if (bucket.isEmpty()) {
            throw new ConfigFault(Setting.BUCKET.variable() + ": expected the name of a bucket, found nothing");
        }
        return new ObjectSettings(bucket, endpoint(settings.get(Setting.S3_ENDPOINT)), accessKey, secretKey);
    }

    private static @Nullable URI endpoint(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String expected =
                Setting.S3_ENDPOINT.variable() + ": expected a URL such as http://host:port, found '" + text + "'";
        try {
            URI endpoint = new URI(text);
            if (endpoint.getScheme() != null && endpoint.getHost() != null) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            throw new ConfigFault(expected, e);
        }
        throw new ConfigFault(expected);
    }

    @Override
    public String toString() {
        return "ObjectSettings[bucket=" + bucket + ", endpoint=" + endpoint + "]";
    }
}
