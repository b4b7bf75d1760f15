package org.sprechstunde.desugar;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A class whose objects are lambdas: each knows which one it is and what it has captured. Its interfaces' methods ask which, and call
 * that lambda's body.
 */
final class LambdaClass {
    private static final String WHICH = "which";
    private static final String CAPTURED = "captured";

    private final ClassDesc name;
    private final List<Lambda> lambdas = new ArrayList<>();

    /** A method of the interfaces, which several lambdas may be called by. */
    private record Signature(String method, MethodTypeDesc type) {
        static Signature of(Lambda lambda) {
            return new Signature(lambda.method(), lambda.erased());
        }
    }

    LambdaClass(ClassDesc name) {
        this.name = name;
    }

    ClassDesc name() {
        return name;
    }

    /** The static method that makes this lambda of what it captures; lambdas that are the same share it. */
    String factory(Lambda lambda) {
        if (!lambdas.contains(lambda)) {
            lambdas.add(lambda);
        }
        return "lambda" + lambdas.indexOf(lambda);
    }

    /** The class, of that version, and a member of that nest if there is one. */
    byte[] bytes(int majorVersion, Optional<ClassDesc> nestHost) {
        return ClassFile.of().build(name, type -> {
            type.withVersion(majorVersion, 0)
                    .withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC)
                    .withInterfaceSymbols(
                            lambdas.stream().map(Lambda::type).distinct().toList())
                    .withField(WHICH, CD_int, ACC_PRIVATE | ACC_FINAL);
            nestHost.ifPresent(nest -> type.with(NestHostAttribute.of(nest)));
            for (int i = 0; i < fields(); i++) {
                type.withField(CAPTURED + i, CD_Object, ACC_PRIVATE | ACC_FINAL);
            }
            constructor(type);
            lambdas.forEach(lambda -> factory(type, lambda));
            signatures().forEach((signature, choice) -> method(type, signature, choice));
        });
    }

    private Map<Signature, List<Lambda>> signatures() {
        return lambdas.stream().collect(groupingBy(Signature::of, LinkedHashMap::new, toList()));
    }

    /** As many as are captured by the lambda that captures most. */
    private int fields() {
        return lambdas.stream()
                .mapToInt(lambda -> lambda.site().parameterCount())
                .max()
                .orElse(0);
    }

    private MethodTypeDesc constructor() {
        List<ClassDesc> parameters = new ArrayList<>();
        parameters.add(CD_int);
        IntStream.range(0, fields()).forEach(_ -> parameters.add(CD_Object));
        return MethodTypeDesc.of(CD_void, parameters);
    }

    private void constructor(ClassBuilder type) {
        type.withMethodBody(INIT_NAME, constructor(), ACC_PRIVATE, code -> {
            code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
            code.aload(0).iload(1).putfield(name, WHICH, CD_int);
            for (int i = 0; i < fields(); i++) {
                code.aload(0).aload(2 + i).putfield(name, CAPTURED + i, CD_Object);
            }
            code.return_();
        });
    }

    /** Takes and gives what the instruction does that it stands for. */
    private void factory(ClassBuilder type, Lambda lambda) {
        type.withMethodBody(factory(lambda), lambda.site(), ACC_STATIC, code -> {
            code.new_(name).dup().loadConstant(place(lambda));
            for (int i = 0; i < fields(); i++) {
                if (i < lambda.site().parameterCount()) {
                    ClassDesc captured = lambda.site().parameterType(i);
                    code.loadLocal(TypeKind.from(captured), code.parameterSlot(i));
                    Conversion.of(captured, CD_Object, code);
                } else {
                    code.aconst_null();
                }
            }
            code.invokespecial(name, INIT_NAME, constructor()).areturn();
        });
    }

    /** Among those of the same signature. */
    private int place(Lambda lambda) {
        return lambdas.stream()
                .filter(other -> Signature.of(other).equals(Signature.of(lambda)))
                .toList()
                .indexOf(lambda);
    }

    private void method(ClassBuilder type, Signature signature, List<Lambda> choice) {
        type.withMethodBody(signature.method(), signature.type(), ACC_PUBLIC, code -> {
            List<Label> labels = choice.stream().map(_ -> code.newLabel()).toList();
            if (choice.size() > 1) {
                List<SwitchCase> cases = IntStream.range(1, choice.size())
                        .mapToObj(i -> SwitchCase.of(i, labels.get(i)))
                        .toList();
                code.aload(0).getfield(name, WHICH, CD_int).tableswitch(labels.getFirst(), cases);
            }
            for (int i = 0; i < choice.size(); i++) {
                code.labelBinding(labels.get(i));
                call(code, choice.get(i));
            }
        });
    }

    private void call(CodeBuilder code, Lambda lambda) {
        DirectMethodHandleDesc body = lambda.body();
        List<ClassDesc> wanted = body.invocationType().parameterList();
        MethodTypeDesc site = lambda.site();
        if (body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.new_(body.owner()).dup();
        }
        for (int i = 0; i < site.parameterCount(); i++) {
            code.aload(0).getfield(name, CAPTURED + i, CD_Object);
            Conversion.of(CD_Object, site.parameterType(i), code);
            Conversion.of(site.parameterType(i), wanted.get(i), code);
        }
        for (int i = 0; i < lambda.erased().parameterCount(); i++) {
            ClassDesc given = lambda.erased().parameterType(i);
            ClassDesc actual = lambda.actual().parameterType(i);
            code.loadLocal(TypeKind.from(given), code.parameterSlot(i));
            Conversion.of(given, actual, code);
            Conversion.of(actual, wanted.get(site.parameterCount() + i), code);
        }
        invoke(code, body);
        ClassDesc answer = lambda.erased().returnType();
        Conversion.of(body.invocationType().returnType(), lambda.actual().returnType(), code);
        Conversion.of(lambda.actual().returnType(), answer, code);
        code.return_(TypeKind.from(answer));
    }

    /** Private methods, too: within a nest they are called like others. */
    private static void invoke(CodeBuilder code, DirectMethodHandleDesc body) {
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        switch (body.kind()) {
            case STATIC, INTERFACE_STATIC ->
                code.invokestatic(body.owner(), body.methodName(), type, body.isOwnerInterface());
            case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), type);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(body.owner(), body.methodName(), type);
            case CONSTRUCTOR -> code.invokespecial(body.owner(), INIT_NAME, type);
            default -> throw new IllegalArgumentException("no lambda's body: " + body);
        }
    }
}
