package io.payscope.runner.isolated;

import io.payscope.wire.json.JsonCodec;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a function's code passes through JSON, read from its bytecode: the types that a method handles which calls the
 * codec or makes a stage's shell, and whatever their components lead to.
 */
final class WireTypes {

    private static final String OURS = "io.payscope.";
    private static final String CODEC = JsonCodec.class.getName();
    private static final String SHELL = "io.payscope.runtime.StageFunction";

    private final Set<String> found = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();

    /** Names of the records and enums found so far. */
    Set<String> found() {
        return found;
    }

    /** Names of all components of the records found so far. */
    Set<String> fields() {
        return fields;
    }

    /** Looks through a class file. */
    void read(byte[] classFile) throws ClassNotFoundException {
        for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
            Set<String> handled = new TreeSet<>();
            boolean coding = false;
            for (CodeElement element :
                    method.code().stream().flatMap(code -> code.elementStream()).toList()) {
                coding |= handles(element, handled);
            }
            if (coding) {
                for (String name : handled) {
                    reach(Class.forName(name, false, WireTypes.class.getClassLoader()));
                }
            }
        }
    }

    /** Collects our types that an instruction handles; returns whether it calls the codec. */
    private static boolean handles(CodeElement element, Set<String> handled) {
        return switch (element) {
            case ConstantInstruction.LoadConstantInstruction constant -> {
                if (constant.constantEntry() instanceof ClassEntry type) {
                    add(type.asSymbol(), handled);
                }
                yield false;
            }
            case NewObjectInstruction made -> {
                add(made.className().asSymbol(), handled);
                yield name(made.className().asSymbol()).equals(SHELL);
            }
            case InvokeInstruction call -> {
                add(call.typeSymbol().returnType(), handled);
                yield name(call.owner().asSymbol()).equals(CODEC);
            }
            default -> false;
        };
    }

    private static void add(ClassDesc type, Set<String> handled) {
        if (type.isClassOrInterface() && name(type).startsWith(OURS)) {
            handled.add(name(type));
        }
    }

    private static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface()
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }

    /** A stage leads to its request and its result, a record to its components, a sealed type to its records. */
    private void reach(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                reach(generic.getRawType());
                for (Type argument : generic.getActualTypeArguments()) {
                    reach(argument);
                }
            }
            case Class<?> plain
            when plain.getName().startsWith(OURS) -> {
                if (plain.isRecord() || plain.isEnum()) {
                    if (found.add(plain.getName()) && plain.isRecord()) {
                        for (RecordComponent component : plain.getRecordComponents()) {
                            fields.add(component.getName());
                            reach(component.getGenericType());
                        }
                    }
                } else if (plain.isSealed()) {
                    for (Class<?> permitted : plain.getPermittedSubclasses()) {
                        reach(permitted);
                    }
                } else {
                    stage(plain);
                }
            }
            default -> {
                // A type of the JDK or a variable leads nowhere.
            }
        }
    }

    private void stage(Class<?> type) {
        for (Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic
                    && generic.getRawType().getTypeName().equals("io.payscope.core.stage.Stage")) {
                for (Type argument : generic.getActualTypeArguments()) {
                    reach(argument);
                }
            }
        }
    }
}
