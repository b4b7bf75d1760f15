package org.sprechstunde.local.emulator;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** A class path that shares nothing with ours but the JDK; of ours it has copies of what is settled there. */
final class IsolatedClassLoader {
    /** An emulator's classes take a second to load: all of its servers in this JVM share them. */
    private static final Map<Path, IsolatedClassLoader> BY_MODULE = new HashMap<>();

    private final Island loader;

    private IsolatedClassLoader(Island loader) {
        this.loader = loader;
    }

    /** The module's island, the same one every time. */
    static IsolatedClassLoader of(Path module) throws IOException {
        Path key = module.toAbsolutePath().normalize();
        synchronized (BY_MODULE) {
            IsolatedClassLoader isolatedClassLoader = BY_MODULE.get(key);
            if (isolatedClassLoader == null) {
                isolatedClassLoader = read(key);
                BY_MODULE.put(key, isolatedClassLoader);
            }
            return isolatedClassLoader;
        }
    }

    /** Reads what Maven wrote to {@code target/classpath.txt}; {@code module} itself comes first. */
    private static IsolatedClassLoader read(Path module) throws IOException {
        Path list = module.resolve("target/classpath.txt");
        if (!Files.exists(list)) {
            throw new IOException(list + " is missing: build the emulators first (infra/run does)");
        }
        List<URL> urls = new ArrayList<>();
        urls.add(url(module));
        for (String entry : Files.readString(list).strip().split(File.pathSeparator, -1)) {
            urls.add(url(Path.of(entry)));
        }
        return new IsolatedClassLoader(new Island(urls.toArray(URL[]::new)));
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** A class of ours as one of the island's, which extends what the island has; once for each island. */
    Class<?> settle(Class<?> ours) throws IOException {
        return loader.settle(ours);
    }

    /** Runs what looks for its services and configuration by the thread's class loader; what fails inside it is thrown as it is. */
    <T> T call(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static final class Island extends URLClassLoader {
        Island(URL[] urls) {
            super(urls, ClassLoader.getPlatformClassLoader());
        }

        Class<?> settle(Class<?> ours) throws IOException {
            try (InputStream file = Objects.requireNonNull(ours.getResourceAsStream(ours.getSimpleName() + ".class"))) {
                byte[] code = file.readAllBytes();
                return defineClass(ours.getName(), code, 0, code.length);
            }
        }
    }
}
