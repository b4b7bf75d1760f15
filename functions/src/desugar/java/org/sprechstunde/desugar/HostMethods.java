package org.sprechstunde.desugar;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.JAVA_11_VERSION;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The methods of the class that lambdas were written in, and whether a class beside it may call them. */
final class HostMethods {
    private final ClassModel host;
    private final Set<String> open = new HashSet<>();

    HostMethods(ClassModel host) {
        this.host = host;
    }

    /** The class that the others of its nest belong to; nothing if it is older than nests. */
    Optional<ClassDesc> nestHost() {
        if (host.majorVersion() < JAVA_11_VERSION) {
            return Optional.empty();
        }
        return Optional.of(host.findAttribute(Attributes.nestHost())
                .map(nest -> nest.nestHost().asSymbol())
                .orElseGet(() -> host.thisClass().asSymbol()));
    }

    /**
     * In a nest all. Else not what is inherited, for old compilers did not mind whether that is of another package; and of the
     * private ones those that can be opened without anybody taking one for another.
     */
    boolean mayBeCalled(DirectMethodHandleDesc body) {
        if (nestHost().isPresent()) {
            return true;
        }
        if (!body.owner().equals(host.thisClass().asSymbol())) {
            return host.superclass().stream()
                    .noneMatch(superclass -> superclass.asSymbol().equals(body.owner()));
        }
        boolean couldBeOpened = !host.flags().has(AccessFlag.INTERFACE);
        return host.methods().stream()
                .filter(method -> is(body, method))
                .map(MethodModel::flags)
                .anyMatch(flags -> !flags.has(AccessFlag.PRIVATE) || (couldBeOpened && flags.has(AccessFlag.STATIC)));
    }

    /** Has it opened if it must be. */
    void open(DirectMethodHandleDesc body) {
        if (nestHost().isEmpty()) {
            open.add(body.methodName() + body.lookupDescriptor());
        }
    }

    /** Makes methods of the package's of those private ones that were to be opened. */
    ClassTransform opened() {
        MethodTransform opening = (method, element) -> {
            if (element instanceof AccessFlags flags) {
                method.withFlags(flags.flagsMask() & ~ACC_PRIVATE);
            } else {
                method.with(element);
            }
        };
        return ClassTransform.transformingMethods(
                method -> open.contains(method.methodName().stringValue()
                                + method.methodType().stringValue())
                        && method.flags().has(AccessFlag.PRIVATE),
                opening);
    }

    private static boolean is(DirectMethodHandleDesc body, MethodModel method) {
        return method.methodName().equalsString(body.methodName())
                && method.methodType().equalsString(body.lookupDescriptor());
    }
}
