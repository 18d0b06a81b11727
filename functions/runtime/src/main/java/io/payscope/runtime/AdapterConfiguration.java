package io.payscope.runtime;

import org.springframework.cloud.function.adapter.aws.AWSCompanionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.messaging.converter.MessageConverter;

/**
 * What the adapter adds to a context that it starts itself. Its own configuration class is not named, because the proxy
 * that Spring generates for it is another one in each build, and equal sources shall give equal zips.
 */
@Configuration(proxyBeanMethods = false)
class AdapterConfiguration {

    @Bean
    MessageConverter awsTypesMessageConverter(GenericApplicationContext context) {
        return new AWSCompanionAutoConfiguration().awsTypesMessageConverter(context);
    }
}
