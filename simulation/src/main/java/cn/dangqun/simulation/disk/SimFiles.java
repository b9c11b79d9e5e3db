package cn.dangqun.simulation.disk;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of one machine as its program sees them: the real ones below a root, where every write, name and force is
/// noted on its way. SQLite opens the same files by their names, and its writes are torn by [Disk] itself.
final class SimFiles extends FileSystemProvider {
    private static final FileSystem REAL = FileSystems.getDefault();

    private final NotForced notes;
    private final FileSystem system = new Seen();

    SimFiles(NotForced notes) {
        this.notes = notes;
    }

    /// The same path, seen through this.
    Path path(Path real) {
        return (Path) Proxy.newProxyInstance(
                SimFiles.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return system;
                    }
                    try {
                        return seen(method.invoke(real, plain(arguments)));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private @Nullable Object seen(@Nullable Object answer) {
        return answer instanceof Path path ? path(path) : answer;
    }

    private static Object[] plain(Object @Nullable [] arguments) {
        if (arguments == null) {
            return new Object[0];
        }
        var plain = arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] instanceof Path path) {
                plain[i] = real(path);
            }
        }
        return plain;
    }

    private static Path real(Path path) {
        return path.getFileSystem().equals(REAL) ? path : REAL.getPath(path.toString());
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        var file = real(path);
        boolean exists = Files.exists(file);
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        if (writes && !exists) {
            notes.create(file);
        } else if (writes && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
            notes.write(file);
        }
        return new NotedChannel(REAL.provider().newFileChannel(file, options, attributes), file, notes);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(real(directory))) {
            for (var each : all) {
                var seen = path(each);
                if (filter.accept(seen)) {
                    found.add(seen);
                }
            }
        }
        // the disk's own order is another one each time
        found.sort(Comparator.comparing(Path::toString));
        return new Listed(found);
    }

    private record Listed(List<Path> found) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            return found.iterator();
        }

        @Override
        public void close() {
            // everything was read
        }
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(real(directory), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        notes.link(real(link));
        Files.createLink(real(link), real(existing));
    }

    @Override
    public void delete(Path file) throws IOException {
        if (Files.isRegularFile(real(file))) {
            notes.delete(real(file));
        }
        Files.delete(real(file));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        notes.create(real(to));
        Files.copy(real(from), real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        notes.move(real(from), real(to));
        Files.move(real(from), real(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path file) throws IOException {
        return Files.isHidden(real(file));
    }

    @Override
    public FileStore getFileStore(Path file) throws IOException {
        return Files.getFileStore(real(file));
    }

    @Override
    public void checkAccess(Path file, AccessMode... modes) throws IOException {
        REAL.provider().checkAccess(real(file), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path file, Class<V> type, LinkOption... options) {
        return REAL.provider().getFileAttributeView(real(file), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path file, Class<A> type, LinkOption... options)
            throws IOException {
        return REAL.provider().readAttributes(real(file), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path file, String attributes, LinkOption... options) throws IOException {
        return REAL.provider().readAttributes(real(file), attributes, options);
    }

    @Override
    public void setAttribute(Path file, String attribute, Object value, LinkOption... options) throws IOException {
        REAL.provider().setAttribute(real(file), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "simulated";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("a machine has one disk");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("nobody names a file so");
    }

    /// What a path is asked for beside its files.
    private final class Seen extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return SimFiles.this;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("a disk is not closed");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return REAL.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return REAL.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return REAL.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return REAL.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(REAL.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            var matcher = REAL.getPathMatcher(pattern);
            return path -> matcher.matches(real(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return REAL.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException("nobody watches");
        }
    }
}
