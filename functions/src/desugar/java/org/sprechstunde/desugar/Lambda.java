package org.sprechstunde.desugar;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.List;
import java.util.Optional;

/**
 * A lambda expression or a reference to a method, as {@link LambdaMetafactory#metafactory} would be told of it.
 *
 * @param type the interface
 * @param method its one method
 * @param erased that method's type in the interface
 * @param actual its type where the lambda stands: what is given to it can be cast to that
 * @param body what is to be called with what was captured and what is given
 * @param site from what is captured to the interface
 */
record Lambda(
        ClassDesc type,
        String method,
        MethodTypeDesc erased,
        MethodTypeDesc actual,
        DirectMethodHandleDesc body,
        MethodTypeDesc site) {
    private static final ClassDesc METAFACTORY =
            LambdaMetafactory.class.describeConstable().orElseThrow();

    /** What the instruction makes; nothing if that is no lambda, or one with more to it. */
    static Optional<Lambda> of(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        if (!bootstrap.owner().equals(METAFACTORY) || !bootstrap.methodName().equals("metafactory")) {
            return Optional.empty();
        }
        MethodTypeDesc site = call.typeSymbol();
        List<ConstantDesc> arguments = call.bootstrapArgs();
        return Optional.of(new Lambda(
                site.returnType(),
                call.name().stringValue(),
                (MethodTypeDesc) arguments.get(0),
                (MethodTypeDesc) arguments.get(2),
                (DirectMethodHandleDesc) arguments.get(1),
                site));
    }
}
