package io.payscope.runtime;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Offers the settings of the function, secrets included. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    Secrets secrets(Environment environment) {
        return Secrets.read(environment.getProperty(Setting.SECRETS.variable(), ""));
    }

    /** Environment variables, and whatever the local runner sets under the same names for its in-process functions. */
    @Bean
    Settings settings(Environment environment, Secrets secrets) {
        Map<String, String> given = new HashMap<>(System.getenv());
        for (Setting setting : Setting.values()) {
            String value = environment.getProperty(setting.variable());
            if (value != null) {
                given.put(setting.variable(), value);
            }
        }
        given.putAll(secrets.values());
        return Settings.of(given);
    }
}
