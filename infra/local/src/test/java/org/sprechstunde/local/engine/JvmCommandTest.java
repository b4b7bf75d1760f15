package org.sprechstunde.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.engine.runtimeapi.LambdaRuntime;
import org.sprechstunde.local.template.FunctionSpec;

/** A JVM per function, started by AWS's own runtime client. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client is made for Linux")
final class JvmCommandTest {
    private static final int MEMORY = 256;
    private static final JvmCommand COMMAND = new JvmCommand(
            System.getProperty("java.class.path") + ":" + System.getProperty("user.dir") + "/target/runtime-client/*");

    private final List<LambdaRuntime> runtimes = new ArrayList<>();

    @AfterEach
    void stop() {
        runtimes.forEach(LambdaRuntime::close);
    }

    /** Takes as many megabytes as the event says, as the handler's own kind of memory, and keeps them. */
    abstract static class Greedy implements RequestStreamHandler {
        private final List<Object> kept = new ArrayList<>();

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            int megabytes = Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                kept.add(megabyte());
            }
            out.write(Integer.toString(kept.size()).getBytes(StandardCharsets.UTF_8));
        }

        abstract Object megabyte();
    }

    public static final class OnHeap extends Greedy {
        @Override
        Object megabyte() {
            return new byte[1 << 20];
        }
    }

    public static final class InBuffers extends Greedy {
        @Override
        Object megabyte() {
            return ByteBuffer.allocateDirect(1 << 20);
        }
    }

    /** As a native library does, of which the JVM knows nothing. */
    public static final class InNative extends Greedy {
        @Override
        @SuppressWarnings("restricted") // that is the point
        Object megabyte() {
            try {
                var calloc = Linker.nativeLinker()
                        .downcallHandle(
                                Linker.nativeLinker()
                                        .defaultLookup()
                                        .find("calloc")
                                        .orElseThrow(),
                                FunctionDescriptor.of(
                                        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
                var found = (MemorySegment) calloc.invoke(1L, 1L << 20);
                if (found.equals(MemorySegment.NULL)) {
                    throw new OutOfMemoryError("calloc");
                }
                return found;
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static final class InStacks extends Greedy {
        @Override
        Object megabyte() {
            return Thread.ofPlatform().daemon().stackSize(1 << 20).start(LockSupport::park);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OnHeap.class, InBuffers.class, InNative.class, InStacks.class})
    void whatFitsIntoTheFunctionsMemoryIsAnswered(Class<?> handler) {
        assertThat(invoke(runtime(handler), "20")).isEqualTo("20");
    }

    @ParameterizedTest
    @ValueSource(classes = {OnHeap.class, InBuffers.class, InNative.class, InStacks.class})
    void whoTakesMoreThanTheFunctionsMemoryIsStoppedWhereverItLies(Class<?> handler) {
        LambdaRuntime runtime = runtime(handler);

        assertThat(runtime.invoke(bytes(Integer.toString(MEMORY)))).isInstanceOf(Outcome.Failed.class);

        assertThat(invoke(runtime, "1")).as("from a new JVM").isEqualTo("1");
    }

    /** Runs in a JVM that has two processors: three functions that say nothing, and then an event for each. */
    static final class OnTwoProcessors {
        @SuppressWarnings("SystemOut")
        static void main() {
            List<LambdaRuntime> runtimes =
                    IntStream.range(0, 3).mapToObj(_ -> runtimeOf(OnHeap.class)).toList();
            for (int round = 0; round < 2; round++) {
                runtimes.forEach(runtime -> System.out.println(invoke(runtime, "1")));
            }
            runtimes.forEach(LambdaRuntime::close);
            System.out.println("answered");
        }
    }

    /**
     * A JVM lends virtual threads that block more carriers, and takes them back after a minute's idling; without any to
     * lend, those that hold one are found at once.
     */
    @Test
    void functionsThatSayNothingLeaveBothProcessorsToOthers() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:ActiveProcessorCount=2",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=2",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OnTwoProcessors.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            boolean ended = process.waitFor(40, TimeUnit.SECONDS);

            assertThat(ended).as("the functions answer").isTrue();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("answered\n");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private LambdaRuntime runtime(Class<?> handler) {
        LambdaRuntime runtime = runtimeOf(handler);
        runtimes.add(runtime);
        return runtime;
    }

    private static LambdaRuntime runtimeOf(Class<?> handler) {
        var function = new FunctionSpec(
                handler.getSimpleName(),
                handler.getSimpleName(),
                "arn",
                handler.getName(),
                Map.of(),
                Duration.ofSeconds(20),
                MEMORY,
                1,
                List.of(),
                List.of());
        var environment = new FunctionEnvironment(Map.of("AWS_REGION", "eu-central-1"));
        return new LambdaRuntime(function, COMMAND.of(function, environment.of(function)), _ -> {});
    }

    private static String invoke(LambdaRuntime runtime, String event) {
        return runtime.invoke(bytes(event)) instanceof Outcome.Answered(byte[] answer)
                ? new String(answer, StandardCharsets.UTF_8)
                : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
