package io.payscope.runtime.hints;

import io.payscope.core.fault.BugFault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Every record and enum of ours that the function carries: they are what passes through JSON and YAML, and no list of
 * them can be forgotten to be kept. A record that never does costs an image a few hundred bytes.
 */
final class WireHints implements RuntimeHintsRegistrar {

    private static final String OURS = "classpath*:io/payscope/**/*.class";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        MetadataReaderFactory reader = new SimpleMetadataReaderFactory(loader);
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(loader).getResources(OURS)) {
                ClassMetadata type = reader.getMetadataReader(file).getClassMetadata();
                if (isData(type)) {
                    hints.reflection()
                            .registerType(
                                    TypeReference.of(type.getClassName()),
                                    MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                                    MemberCategory.INVOKE_DECLARED_METHODS,
                                    MemberCategory.ACCESS_DECLARED_FIELDS);
                }
            }
        } catch (IOException e) {
            throw new BugFault("cannot read the classes of io.payscope", e);
        }
    }

    private static boolean isData(ClassMetadata type) {
        String parent = String.valueOf(type.getSuperClassName());
        return parent.equals(Record.class.getName()) || parent.equals(Enum.class.getName());
    }
}
