package io.payscope.stores.pinecone;

import io.grpc.Status;
import io.pinecone.proto.DescribeIndexStatsResponse;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.FetchResponse;
import io.pinecone.proto.ListItem;
import io.pinecone.proto.ListNamespacesRequest;
import io.pinecone.proto.ListNamespacesResponse;
import io.pinecone.proto.ListRequest;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.proto.NamespaceSummary;
import io.pinecone.proto.Pagination;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.QueryResponse;
import io.pinecone.proto.ScoredVector;
import io.pinecone.proto.Usage;
import io.pinecone.proto.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what an index holds into the answers of the protocol. Requests have been checked. */
final class Answers {

    private static final int LARGEST_PAGE = 100;
    private static final Usage USAGE = Usage.newBuilder().setReadUnits(1).build();

    private final VectorIndex index;

    Answers(VectorIndex index) {
        this.index = index;
    }

    QueryResponse query(QueryRequest request, String namespace, Filter filter) {
        return index.read(namespace, vectors -> {
            QueryResponse.Builder response =
                    QueryResponse.newBuilder().setNamespace(namespace).setUsage(USAGE);
            queryVector(request, vectors).ifPresent(query -> vectors.nearest(query, request.getTopK(), filter)
                    .forEach(hit -> response.addMatches(scored(hit, request, vectors))));
            return response.build();
        });
    }

    FetchResponse fetch(FetchRequest request, String namespace) {
        return index.read(namespace, vectors -> {
            FetchResponse.Builder response =
                    FetchResponse.newBuilder().setNamespace(namespace).setUsage(USAGE);
            for (String id : request.getIdsList()) {
                Vector vector = vectors.vector(id);
                if (vector != null) {
                    response.putVectors(id, vector);
                }
            }
            return response.build();
        });
    }

    ListResponse list(ListRequest request, String namespace) {
        int limit = pageSize(request.hasLimit() ? request.getLimit() : LARGEST_PAGE);
        String after = after(request.getPaginationToken());
        List<String> found = index.read(namespace, vectors -> vectors.ids(request.getPrefix(), after)
                .limit(limit + 1L)
                .toList());
        ListResponse.Builder response =
                ListResponse.newBuilder().setNamespace(namespace).setUsage(USAGE);
        found.stream()
                .limit(limit)
                .forEach(id -> response.addVectors(ListItem.newBuilder().setId(id)));
        if (found.size() > limit) {
            response.setPagination(next(found.get(limit - 1)));
        }
        return response.build();
    }

    DescribeIndexStatsResponse stats() {
        Map<String, Integer> counts = index.counts();
        DescribeIndexStatsResponse.Builder response = DescribeIndexStatsResponse.newBuilder()
                .setDimension(index.dimension())
                .setMetric(IndexSpec.METRIC)
                .setVectorType("dense")
                .setTotalVectorCount(
                        counts.values().stream().mapToInt(Integer::intValue).sum());
        counts.forEach((name, count) -> response.putNamespaces(
                name, NamespaceSummary.newBuilder().setVectorCount(count).build()));
        return response.build();
    }

    ListNamespacesResponse namespaces(ListNamespacesRequest request) {
        int limit = pageSize(request.hasLimit() ? request.getLimit() : LARGEST_PAGE);
        String after = after(request.getPaginationToken());
        List<NamespaceDescription> found = index.counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(request.getPrefix()))
                .filter(entry ->
                        request.getPaginationToken().isEmpty() || entry.getKey().compareTo(after) > 0)
                .map(entry -> description(entry.getKey(), entry.getValue()))
                .limit(limit + 1L)
                .toList();
        ListNamespacesResponse.Builder response =
                ListNamespacesResponse.newBuilder().setTotalCount(index.counts().size());
        found.stream().limit(limit).forEach(response::addNamespaces);
        if (found.size() > limit) {
            response.setPagination(next(found.get(limit - 1).getName()));
        }
        return response.build();
    }

    NamespaceDescription namespace(String name) {
        Integer count = index.counts().get(name);
        if (count == null) {
            throw Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException();
        }
        return description(name, count);
    }

    private static NamespaceDescription description(String name, int count) {
        return NamespaceDescription.newBuilder()
                .setName(name)
                .setRecordCount(count)
                .build();
    }

    private static Optional<float[]> queryVector(QueryRequest request, Namespace vectors) {
        return request.getId().isEmpty()
                ? Optional.of(Floats.array(request.getVectorList()))
                : Optional.ofNullable(vectors.values(request.getId()));
    }

    private static ScoredVector scored(Namespace.Hit hit, QueryRequest request, Namespace vectors) {
        ScoredVector.Builder scored = ScoredVector.newBuilder().setId(hit.id()).setScore((float) hit.score());
        Stream.ofNullable(vectors.vector(hit.id())).forEach(vector -> {
            if (request.getIncludeValues()) {
                scored.addAllValues(vector.getValuesList());
            }
            if (request.getIncludeMetadata() && vector.hasMetadata()) {
                scored.setMetadata(vector.getMetadata());
            }
        });
        return scored.build();
    }

    private static int pageSize(int limit) {
        RequestChecks.require(
                limit >= 1 && limit <= LARGEST_PAGE, "limit must be 1 to " + LARGEST_PAGE + ", got " + limit);
        return limit;
    }

    private static Pagination next(String last) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        return Pagination.newBuilder().setNext(token).build();
    }

    private static String after(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("The pagination token is not one of this server")
                    .withCause(e)
                    .asRuntimeException();
        }
    }
}
