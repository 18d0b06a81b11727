package io.payscope.runtime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the adapter looks at events with, before a function reads them strictly. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    /** Without Jackson's own parsers of numbers, which a native image cannot run. */
    @Bean
    JsonMapper eventMapper() {
        return JsonMapper.builder()
                .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .build();
    }
}
