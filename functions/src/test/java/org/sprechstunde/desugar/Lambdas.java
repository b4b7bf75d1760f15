package org.sprechstunde.desugar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas and references of every kind; what they answer is compared with what they answer as plain classes. */
public final class Lambdas implements Supplier<List<String>> {
    private final List<String> answers = new ArrayList<>();
    private final String mine;

    /** Makes an object of what nobody in the JDK names. */
    interface Maker<T> {
        T make(long number, double fraction, String name, byte small);

        default T simple(String name) {
            return make(1, 0.5, name, (byte) 3);
        }

        static Maker<String> joined(String by) {
            return (number, fraction, name, small) -> name + by + number + by + fraction + by + small;
        }
    }

    /** Its lambda is an interface's. */
    interface Greeter {
        String name();

        default Supplier<String> greeting() {
            return () -> "Guten Tag, " + name();
        }
    }

    /** Takes any number. */
    interface Sum {
        int of(int first, int second);
    }

    private record Pair<A, B>(A left, B right) {
        Supplier<String> under(String label) {
            return () -> label + left + right;
        }
    }

    /** Has a class of its own in it. */
    private final class Inner {
        private final long number;

        Inner(long number) {
            this.number = number;
        }

        LongSupplier plus(int more) {
            return () -> number + more + mine.length();
        }
    }

    public Lambdas() {
        this("Heringen");
    }

    private Lambdas(String mine) {
        this.mine = mine;
    }

    @Override
    public List<String> get() {
        captured();
        references();
        primitives();
        several();
        stays();
        return List.copyOf(answers);
    }

    private void captured() {
        int one = 1;
        long two = 2L;
        double three = 3.5;
        boolean yes = true;
        char letter = 'x';
        byte small = 7;
        float half = 0.5f;
        short few = 9;
        String text = "text";
        Supplier<String> all = () -> one + text + two + three + yes + letter + small + half + few + mine;
        say(all.get());
        Function<String, Supplier<String>> nested = outer -> () -> outer + text + mine;
        say(nested.apply("nested").get());
        BooleanSupplier known = () -> yes && mine.equals("Heringen");
        say(known.getAsBoolean());
        say(new Inner(40).plus(2).getAsLong());
        say(Maker.joined("-").simple("made"));
        Greeter greeter = () -> mine;
        say(greeter.greeting().get());
        say(new Pair<>("left", 2).under("pair ").get());
    }

    private void references() {
        Function<String, Integer> length = String::length;
        say(length.apply("four"));
        Supplier<String> bound = mine::toUpperCase;
        say(bound.get());
        Supplier<List<String>> list = ArrayList::new;
        say(list.get());
        IntFunction<String[]> array = String[]::new;
        say(array.apply(3).length);
        BiFunction<String, Integer, Pair<String, Integer>> pair = Pair::new;
        say(pair.apply("a", 1));
        Function<String, String> own = this::quoted;
        say(own.apply("own"));
        UnaryOperator<String> still = Lambdas::braced;
        say(still.apply("still"));
        Predicate<String> empty = String::isEmpty;
        say(empty.negate().test("full"));
        Comparator<String> order = Comparator.comparing(String::strip);
        say(Stream.of("ccc", "a", "bb").sorted(order.reversed()).toList());
        Maker<Pair<String, Double>> maker = (_, fraction, name, _) -> new Pair<>(name, fraction);
        say(maker.make(1, 2.5, "pair", (byte) 0).left());
        Supplier<String> described = super::toString;
        say(described.get().startsWith("org.sprechstunde.desugar.Lambdas@"));
        Consumer<Object> said = this::say;
        said.accept("said");
        Sum sum = Math::addExact;
        say(sum.of(2, 3));
        AtomicLong count = new AtomicLong();
        Runnable counted = count::incrementAndGet;
        counted.run();
        say(count);
    }

    private void primitives() {
        ToLongFunction<Integer> widened = Integer::intValue;
        say(widened.applyAsLong(5));
        ToIntFunction<Integer> unwrapped = number -> number + 1;
        say(unwrapped.applyAsInt(6));
        IntBinaryOperator product = (left, right) -> left * right;
        say(product.applyAsInt(6, 7));
        Function<Integer, Object> wrapped = number -> number * 2;
        say(wrapped.apply(8));
        DoubleUnaryOperator root = Math::sqrt;
        say(root.applyAsDouble(81));
        IntPredicate even = number -> number % 2 == 0;
        say(IntStream.range(0, 5).filter(even).boxed().toList());
        ObjIntConsumer<String> twice = (text, times) -> say(text.repeat(times));
        twice.accept("ja", 2);
        say(Map.of("seven", 7).entrySet().stream()
                .mapToLong(Map.Entry::getValue)
                .sum());
        LongSupplier unknown = new Pair<>(12, 13)::left;
        say(unknown.getAsLong());
        ToDoubleFunction<Pair<Integer, Integer>> any = Pair::right;
        say(any.applyAsDouble(new Pair<>(14, 15)));
        IntConsumer plain = value -> say("plain " + value);
        Consumer<Integer> boxed = value -> say("boxed " + value);
        plain.accept(1);
        IntStream.range(0, 2).iterator().forEachRemaining(boxed);
        Function<Integer, String> wide = Lambdas::halved;
        say(wide.apply(9));
        Supplier<Long> number = () -> 3L;
        say(number.get());
    }

    private void several() {
        List<Function<Integer, Integer>> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int step = i;
            steps.add(value -> value + step);
            steps.add(value -> value * step);
        }
        say(steps.stream().map(step -> step.apply(10)).toList());
        Callable<String> call = () -> "called";
        try {
            say(call.call());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has more to it than one method. */
    private void stays() {
        Supplier<String> serializable = (Supplier<String> & Serializable) () -> "serializable";
        say(serializable.get());
        say(serializable instanceof Serializable);
    }

    private String quoted(String text) {
        return "„" + text + "“";
    }

    private static String braced(Object text) {
        return "{" + text + "}";
    }

    private static String halved(double number) {
        return String.valueOf(number / 2);
    }

    private void say(Object answer) {
        answers.add(String.valueOf(answer));
    }
}
