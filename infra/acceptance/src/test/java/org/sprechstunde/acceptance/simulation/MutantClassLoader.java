package org.sprechstunde.acceptance.simulation;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

/** All that is ours once more, the first place on the class path first; what is not ours is this JVM's, loaded and compiled already. */
final class MutantClassLoader extends URLClassLoader {
    private static final String OURS = "org.sprechstunde.";
    /** Knows nothing of the functions here; the emulators would load thousands of classes anew, and output is routed only once. */
    private static final String LOCAL = "org.sprechstunde.local.";

    MutantClassLoader(String classPath) {
        super(urls(classPath), MutantClassLoader.class.getClassLoader());
    }

    private static URL[] urls(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .map(entry -> url(Path.of(entry).toUri()))
                .toArray(URL[]::new);
    }

    private static URL url(URI entry) {
        try {
            return entry.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(LOCAL)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }
}
