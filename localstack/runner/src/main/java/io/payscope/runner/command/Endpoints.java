package io.payscope.runner.command;

import io.payscope.runner.host.StoreAddress;
import io.payscope.runner.host.StoreEndpoints;
import io.payscope.runner.run.LocalSystem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Tells how to reach what runs. */
final class Endpoints {

    private final PrintWriter out;

    Endpoints(PrintWriter out) {
        this.out = out;
    }

    /** Prints the addresses, the variables to export, and a command for each client. */
    void print(LocalSystem system, String sfnUrl) {
        Optional<List<StoreAddress>> external = system.external();
        if (external.isPresent()) {
            external.get().forEach(address -> out.println("store           " + address));
            out.println("bucket          " + system.objects().bucket());
            out.println("Step Functions  " + sfnUrl);
            out.println("API             " + system.apiUrl());
            out.println("ready: Ctrl-C or 'localstack/payscope-local stop' ends it; the stores go on");
            out.flush();
            return;
        }
        StoreEndpoints stores = system.endpoints();
        String state = "arn:aws:states:us-east-1:000000000000:stateMachine:";
        out.print("""

            S3              %s   bucket %s
            Step Functions  %s
            API             %s
            PostgreSQL      %s
            Neo4j           %s
            vector index    %s

            export AWS_ENDPOINT_URL_S3=%s
            export AWS_ENDPOINT_URL_SFN=%s
            export AWS_ACCESS_KEY_ID=%s
            export AWS_SECRET_ACCESS_KEY=%s
            export AWS_DEFAULT_REGION=us-east-1

            aws s3 cp FILE.csv s3://%s/uploads/bank=3/
            aws stepfunctions list-executions --state-machine-arn %singest
            aws stepfunctions start-execution --state-machine-arn %spipeline \\
                --input '{"banks":[3],"source":"simulated","rowsPerBank":5000}'
            curl -H "Authorization: Bearer $(localstack/payscope-local token --role ADMIN)" \\
                %s/admin/validate-datasets
            psql '%s'   # the functions' role; set app.bank_id to see a bank
            cypher-shell -a %s -u %s -p '%s'

            ready: Ctrl-C or 'localstack/payscope-local stop' ends it
            """.formatted(
                        stores.s3().endpoint(),
                        stores.s3().bucket(),
                        sfnUrl,
                        system.apiUrl(),
                        stores.postgres().host() + ":" + stores.postgres().port(),
                        stores.neo4j().uri(),
                        stores.pinecone().controlUrl(),
                        stores.s3().endpoint(),
                        sfnUrl,
                        stores.s3().accessKey(),
                        stores.s3().secretKey(),
                        stores.s3().bucket(),
                        state,
                        state,
                        system.apiUrl(),
                        psql(stores.postgres()),
                        stores.neo4j().uri(),
                        stores.neo4j().user(),
                        stores.neo4j().password()));
        out.flush();
    }

    private static String psql(StoreEndpoints.Postgres ledger) {
        return "postgresql://" + ledger.appUser() + ":" + ledger.appPassword() + "@" + ledger.host() + ":"
                + ledger.port() + "/" + ledger.database();
    }
}
