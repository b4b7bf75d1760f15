package org.sprechstunde.desugar;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/** What stands on top of the stack becomes a value of another type, as {@link java.lang.invoke.LambdaMetafactory} describes it. */
final class Conversion {
    private static final Map<ClassDesc, ClassDesc> WRAPPERS = Map.of(
            CD_boolean, CD_Boolean,
            CD_byte, CD_Byte,
            CD_char, CD_Character,
            CD_short, CD_Short,
            CD_int, CD_Integer,
            CD_long, CD_Long,
            CD_float, CD_Float,
            CD_double, CD_Double);

    private static final ClassDesc NUMBER = ClassDesc.of("java.lang.Number");

    private Conversion() {}

    static void of(ClassDesc from, ClassDesc to, CodeBuilder code) {
        if (from.equals(to)) {
            return;
        }
        if (to.equals(CD_void)) {
            drop(from, code);
        } else if (from.isPrimitive() && to.isPrimitive()) {
            code.conversion(TypeKind.from(from), TypeKind.from(to));
        } else if (from.isPrimitive()) {
            wrap(from, code);
        } else if (to.isPrimitive()) {
            unwrap(from, to, code);
        } else if (!to.equals(CD_Object)) {
            code.checkcast(to);
        }
    }

    private static void drop(ClassDesc type, CodeBuilder code) {
        if (TypeKind.from(type).slotSize() == 2) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    private static void wrap(ClassDesc primitive, CodeBuilder code) {
        ClassDesc wrapper = wrapper(primitive);
        code.invokestatic(wrapper, "valueOf", MethodTypeDesc.of(wrapper, primitive));
    }

    /** An Integer may become a long, and so may any other number whose type is not known. */
    private static void unwrap(ClassDesc from, ClassDesc to, CodeBuilder code) {
        Optional<ClassDesc> known = WRAPPERS.entrySet().stream()
                .filter(pair -> pair.getValue().equals(from))
                .map(Map.Entry::getKey)
                .findFirst();
        ClassDesc inside = known.orElse(to);
        ClassDesc wrapper =
                known.isPresent() || inside.equals(CD_boolean) || inside.equals(CD_char) ? wrapper(inside) : NUMBER;
        if (known.isEmpty()) {
            code.checkcast(wrapper);
        }
        code.invokevirtual(wrapper, inside.displayName() + "Value", MethodTypeDesc.of(inside));
        of(inside, to, code);
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return Optional.ofNullable(WRAPPERS.get(primitive)).orElseThrow();
    }
}
