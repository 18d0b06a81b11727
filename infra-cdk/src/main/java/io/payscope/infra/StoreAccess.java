package io.payscope.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Function;

/** How functions reach the stores: through the Data stack or through what a deployer names. */
interface StoreAccess {

    /** @return plain environment variables that satisfy the need */
    Map<String, String> variables(Need need);

    /** @return secrets that satisfy the need */
    List<SecretField> secrets(Need need);

    /** @return the network that functions of the ledger live in; null where they live in none */
    @Nullable
    DataStack network();

    /** Lets a function log in to the ledger by its role, where that is how it logs in. */
    void allowLogin(Function function);
}
