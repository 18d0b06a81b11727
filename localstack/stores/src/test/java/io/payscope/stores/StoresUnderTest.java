package io.payscope.stores;

import com.google.protobuf.Struct;
import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import io.pinecone.exceptions.PineconeNotFoundException;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The stores process as a child of the test, and what a client of each store does with it. */
final class StoresUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private StoresUnderTest() {}

    static StoresProcess start(Path state, String... options) throws IOException {
        return StoresProcess.start(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("jvm.options").toAbsolutePath(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                state,
                List.of(options),
                PATIENCE);
    }

    /** Adds a row, a node, an object and a vector, each acknowledged. */
    static void write(StoreEndpoints endpoints, int n) throws SQLException {
        sql(endpoints, "CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)");
        sql(endpoints, "INSERT INTO kept VALUES (" + n + ")");
        try (Driver driver = driver(endpoints);
                Session session = driver.session()) {
            session.run("CREATE (:Kept {n: $n})", Map.of("n", n)).consume();
        }
        try (S3Client s3 = s3(endpoints)) {
            s3.putObject(put -> put.bucket(endpoints.s3().bucket()).key("kept/" + n), RequestBody.fromString("n=" + n));
        }
        index(
                endpoints,
                index -> index.upsert(
                        List.of(new VectorWithUnsignedIndices(
                                "v" + n, List.of(1f, n + 1f), Struct.getDefaultInstance(), null)),
                        "kept"));
    }

    /** @return how many rows, nodes, objects and vectors there are */
    static List<Long> counts(StoreEndpoints endpoints) throws SQLException {
        long[] found = new long[4];
        try (Connection connection = owner(endpoints);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM kept")) {
            result.next();
            found[0] = result.getLong(1);
        }
        try (Driver driver = driver(endpoints);
                Session session = driver.session()) {
            found[1] = session.run("MATCH (k:Kept) RETURN count(k)")
                    .single()
                    .get(0)
                    .asLong();
        }
        try (S3Client s3 = s3(endpoints)) {
            found[2] = s3.listObjectsV2(list -> list.bucket(endpoints.s3().bucket())).contents().stream()
                    .filter(object -> object.size() == 3)
                    .count();
        }
        index(endpoints, index -> found[3] = index.describeIndexStats().getTotalVectorCount());
        return List.of(found[0], found[1], found[2], found[3]);
    }

    private static void sql(StoreEndpoints endpoints, String sql) throws SQLException {
        try (Connection connection = owner(endpoints);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner(StoreEndpoints endpoints) throws SQLException {
        StoreEndpoints.Postgres postgres = endpoints.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
    }

    private static Driver driver(StoreEndpoints endpoints) {
        StoreEndpoints.Neo4j neo4j = endpoints.neo4j();
        return GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
    }

    private static S3Client s3(StoreEndpoints endpoints) {
        AwsBasicCredentials credentials = AwsBasicCredentials.create(
                endpoints.s3().accessKey(), endpoints.s3().secretKey());
        return S3Client.builder()
                .endpointOverride(URI.create(endpoints.s3().endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void index(StoreEndpoints endpoints, Consumer<Index> work) {
        StoreEndpoints.Pinecone pinecone = endpoints.pinecone();
        Pinecone client = new Pinecone.Builder(pinecone.apiKey())
                .withHost(pinecone.controlUrl())
                .withTlsEnabled(false)
                .build();
        try {
            client.describeIndex(pinecone.index());
        } catch (PineconeNotFoundException e) {
            client.createServerlessIndex(pinecone.index(), "cosine", 2, "aws", "us-east-1", "disabled", Map.of());
        }
        try (Index index = client.getIndexConnection(pinecone.index())) {
            work.accept(index);
        }
    }
}
