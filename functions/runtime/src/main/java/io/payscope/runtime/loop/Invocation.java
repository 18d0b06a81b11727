package io.payscope.runtime.loop;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Clock;

/**
 * An event with what the Runtime API says about it.
 *
 * @param id of the request
 * @param deadlineMillis when the function is ended, milliseconds since 1970
 * @param arn what was invoked
 * @param event JSON, UTF-8
 */
record Invocation(String id, long deadlineMillis, String arn, byte[] event) implements Context {

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }

    @Override
    public String getAwsRequestId() {
        return id;
    }

    @Override
    public String getLogGroupName() {
        return variable("AWS_LAMBDA_LOG_GROUP_NAME", "");
    }

    @Override
    public String getLogStreamName() {
        return variable("AWS_LAMBDA_LOG_STREAM_NAME", "");
    }

    @Override
    public String getFunctionName() {
        return variable("AWS_LAMBDA_FUNCTION_NAME", "");
    }

    @Override
    public String getFunctionVersion() {
        return variable("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("no identity");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("no client");
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, deadlineMillis - Clock.systemUTC().millis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return Integer.parseInt(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "0"));
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("functions log through SLF4J");
    }
}
