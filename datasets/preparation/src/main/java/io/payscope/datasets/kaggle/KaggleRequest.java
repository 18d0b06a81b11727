package io.payscope.datasets.kaggle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of the API, by the current route and by the older one.
 *
 * @param what it is about, for messages
 * @param competition its name, where it is about one
 * @param rpc path below the base of the current routes, for POST
 * @param body fields of the POST's JSON
 * @param rest path below the base of the older routes, with its query, for GET
 */
record KaggleRequest(String what, Optional<String> competition, String rpc, Map<String, Object> body, String rest) {

    private static final String DATASETS = "datasets.DatasetApiService/";

    /** Asks for a dataset's description. */
    static KaggleRequest dataset(String owner, String slug) {
        return new KaggleRequest(
                "dataset " + owner + "/" + slug,
                Optional.empty(),
                DATASETS + "GetDataset",
                Map.of("ownerSlug", owner, "datasetSlug", slug),
                path("datasets", "view", owner, slug));
    }

    /** Asks for all files of one version of a dataset, as one archive. */
    static KaggleRequest datasetFiles(String owner, String slug, int version) {
        return new KaggleRequest(
                "dataset " + owner + "/" + slug + " version " + version,
                Optional.empty(),
                DATASETS + "DownloadDataset",
                Map.of("ownerSlug", owner, "datasetSlug", slug, "datasetVersionNumber", version),
                path("datasets", "download", owner, slug) + "?datasetVersionNumber=" + version);
    }

    /** Asks for one file of a competition. */
    static KaggleRequest competitionFile(String competition, String file) {
        return new KaggleRequest(
                "competition " + competition + " file " + file,
                Optional.of(competition),
                "competitions.CompetitionApiService/DownloadDataFile",
                Map.of("competitionName", competition, "fileName", file),
                path("competitions", "data", "download", competition, file));
    }

    private static String path(String... parts) {
        return Stream.of(parts)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
