package cn.dangqun.simulation.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The program with a fault in it: its own classes anew, a few of them compiled from changed sources, in memory. Asks
/// the simulator among them by texts and numbers.
final class PlantedProgram extends ClassLoader {
    private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
    private static final List<String> OWN = List.of("cn.dangqun.", "gg.jte.");

    private final Map<String, byte[]> changed;
    private final Object laboratory;

    /// @throws IllegalStateException when a source has not what is to be changed exactly once
    PlantedProgram(Planted fault, Path ground, String fingerprint) {
        super(PlantedProgram.class.getClassLoader());
        changed = compile(fault);
        laboratory = call(null, "on", new Class<?>[] {Path.class, String.class}, ground, fingerprint);
    }

    long find(long from, long to) {
        return (Long) call(laboratory, "find", new Class<?>[] {long.class, long.class}, from, to);
    }

    List<String> shrunk(long seed, int tries) {
        return texts(call(laboratory, "shrunk", new Class<?>[] {long.class, int.class}, seed, tries));
    }

    /// The story as it was told, and then what was wrong.
    List<String> told(String story) {
        return texts(call(laboratory, "told", new Class<?>[] {String.class}, story));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    /// Templates come from the class loader of whoever asks.
    private Object call(@Nullable Object of, String name, Class<?>[] types, Object... arguments) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return loadClass("cn.dangqun.simulation.Laboratory")
                    .getMethod(name, types)
                    .invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a program with a fault broke", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the simulator of a program with a fault is not there", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var other = changed.get(name);
        if (other != null) {
            return defineClass(name, other, 0, other.length);
        }
        try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static Map<String, byte[]> compile(Planted fault) {
        var sources = List.of(edited(fault));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new StringWriter();
        try (var files = new InMemory(compiler.getStandardFileManager(null, null, null))) {
            boolean good = compiler.getTask(
                            problems,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")),
                            null,
                            sources)
                    .call();
            if (!good) {
                throw new IllegalStateException(fault + " does not compile: " + problems);
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject edited(Planted edit) {
        var path = HOUSE.resolve(edit.file());
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int at = text.indexOf(edit.from());
        if (at < 0 || text.indexOf(edit.from(), at + 1) >= 0) {
            throw new IllegalStateException(edit.file() + " has not exactly once: " + edit.from());
        }
        var changed = text.replace(edit.from(), edit.to());
        return new SimpleJavaFileObject(path.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return changed;
            }
        };
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> out = new HashMap<>();

        InMemory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return out.computeIfAbsent(name, fresh -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            var classes = new HashMap<String, byte[]>();
            out.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
