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
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * LightGBM and ONNX Runtime unpack their libraries from resources, as the encoders do with their models. ONNX Runtime's
 * library makes Java objects and throws exceptions through JNI: of which classes is nowhere written, so it is all of them.
 */
final class NativeLibraryHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("lightgbm4j/linux/x86_64/*")
                .registerPattern("ai/onnxruntime/native/linux-x64/*")
                .registerPattern("*.onnx")
                .registerPattern("*-tokenizer.json");
        MetadataReaderFactory reader = new SimpleMetadataReaderFactory(loader);
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver(loader).getResources("classpath*:ai/onnxruntime/*.class")) {
                hints.jni()
                        .registerType(
                                TypeReference.of(reader.getMetadataReader(file)
                                        .getClassMetadata()
                                        .getClassName()),
                                MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                                MemberCategory.INVOKE_DECLARED_METHODS,
                                MemberCategory.ACCESS_DECLARED_FIELDS);
            }
        } catch (IOException e) {
            throw new BugFault("cannot read the classes of ai.onnxruntime", e);
        }
    }
}
