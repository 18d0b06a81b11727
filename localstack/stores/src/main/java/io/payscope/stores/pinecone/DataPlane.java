package io.payscope.stores.pinecone;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.pinecone.proto.DeleteNamespaceRequest;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.DeleteResponse;
import io.pinecone.proto.DescribeIndexStatsRequest;
import io.pinecone.proto.DescribeIndexStatsResponse;
import io.pinecone.proto.DescribeNamespaceRequest;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.FetchResponse;
import io.pinecone.proto.ListNamespacesRequest;
import io.pinecone.proto.ListNamespacesResponse;
import io.pinecone.proto.ListRequest;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.QueryResponse;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpdateResponse;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.UpsertResponse;
import io.pinecone.proto.VectorServiceGrpc;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the data-plane calls of one index. Calls that are not overridden here (creating a namespace, fetching by
 * metadata) are UNIMPLEMENTED.
 */
final class DataPlane extends VectorServiceGrpc.VectorServiceImplBase {

    private static final Logger LOG = LoggerFactory.getLogger(DataPlane.class);
    /** Another name of the namespace without a name. */
    private static final String DEFAULT_NAMESPACE = "__default__";

    private final VectorIndex index;
    private final RequestChecks checks;
    private final Answers answers;

    DataPlane(VectorIndex index) {
        this.index = index;
        this.checks = new RequestChecks(index.dimension());
        this.answers = new Answers(index);
    }

    @Override
    public void upsert(UpsertRequest request, StreamObserver<UpsertResponse> observer) {
        answer(observer, () -> {
            checks.check(request);
            UpsertRequest placed = request.toBuilder()
                    .setNamespace(namespace(request.getNamespace()))
                    .build();
            int written = index.change(new Mutation.Upsert(placed));
            return UpsertResponse.newBuilder().setUpsertedCount(written).build();
        });
    }

    @Override
    public void query(QueryRequest request, StreamObserver<QueryResponse> observer) {
        answer(observer, () -> {
            checks.check(request);
            return answers.query(request, namespace(request.getNamespace()), filter(request.getFilter()));
        });
    }

    @Override
    public void fetch(FetchRequest request, StreamObserver<FetchResponse> observer) {
        answer(observer, () -> {
            checks.check(request);
            return answers.fetch(request, namespace(request.getNamespace()));
        });
    }

    @Override
    public void list(ListRequest request, StreamObserver<ListResponse> observer) {
        answer(observer, () -> answers.list(request, namespace(request.getNamespace())));
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        answer(observer, () -> {
            checks.check(request);
            String namespace = namespace(request.getNamespace());
            Filter filter = filter(request.getFilter());
            int matched = request.getDryRun()
                    ? index.read(namespace, vectors -> vectors.matching(filter).size())
                    : index.change(new Mutation.Update(
                            request.toBuilder().setNamespace(namespace).build()));
            return UpdateResponse.newBuilder().setMatchedRecords(matched).build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<DeleteResponse> observer) {
        answer(observer, () -> delete(request));
    }

    @Override
    public void describeIndexStats(
            DescribeIndexStatsRequest request, StreamObserver<DescribeIndexStatsResponse> observer) {
        answer(observer, () -> {
            RequestChecks.require(
                    request.getFilter().getFieldsCount() == 0,
                    "Serverless indexes do not support describing index stats with metadata filtering");
            return answers.stats();
        });
    }

    @Override
    public void listNamespaces(ListNamespacesRequest request, StreamObserver<ListNamespacesResponse> observer) {
        answer(observer, () -> answers.namespaces(request));
    }

    @Override
    public void describeNamespace(DescribeNamespaceRequest request, StreamObserver<NamespaceDescription> observer) {
        answer(observer, () -> answers.namespace(namespace(request.getNamespace())));
    }

    @Override
    public void deleteNamespace(DeleteNamespaceRequest request, StreamObserver<DeleteResponse> observer) {
        answer(
                observer,
                () -> delete(DeleteRequest.newBuilder()
                        .setNamespace(request.getNamespace())
                        .setDeleteAll(true)
                        .build()));
    }

    private DeleteResponse delete(DeleteRequest request) {
        checks.check(request);
        filter(request.getFilter());
        index.change(new Mutation.Delete(request.toBuilder()
                .setNamespace(namespace(request.getNamespace()))
                .build()));
        return DeleteResponse.getDefaultInstance();
    }

    private static Filter filter(Struct filter) {
        return FilterParser.parse(filter);
    }

    private static String namespace(String name) {
        return name.equals(DEFAULT_NAMESPACE) ? "" : name;
    }

    private static <A> void answer(StreamObserver<A> observer, Supplier<A> call) {
        A answer;
        try {
            answer = call.get();
        } catch (StatusRuntimeException e) {
            observer.onError(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("A call failed", e);
            observer.onError(
                    Status.INTERNAL.withDescription(e.getMessage()).withCause(e).asRuntimeException());
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }
}
