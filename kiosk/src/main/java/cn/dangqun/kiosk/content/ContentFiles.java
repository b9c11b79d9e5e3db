package cn.dangqun.kiosk.content;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Content files on this disk: `NAME` is whole, `NAME.part` is on its way, named by their SHA-256. A file gets its
/// name when all of it is on the disk and its digest is right; the digest is looked at again whenever it is read.
/// Safe for use from several threads; all but [#hasCome] waits for the disk.
public final class ContentFiles {
    /// Facts come first: with less space than this nothing more is fetched.
    public static final long SPACE_FOR_FACTS = 200L << 20;

    private static final Logger log = LoggerFactory.getLogger(ContentFiles.class);
    private static final String PART = ".part";

    private final Path folder;
    private final ReferenceStore reference;
    private final LongSupplier space;
    private final Set<ContentId> whole = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean tooFull;

    private ContentFiles(Path folder, ReferenceStore reference, LongSupplier space) {
        this.folder = folder;
        this.reference = reference;
        this.space = space;
    }

    /// A file that is wanted, and how much of it is here.
    public record Wanted(ContentFile file, int have) {}

    /// What came of a piece.
    public enum Taken {
        MORE_IS_MISSING,
        WHOLE,
        /// Its digest is another's: all of it is thrown away
        SPOILED
    }

    /// A folder that cannot be read or made keeps nothing, and hinders nobody.
    public static ContentFiles open(Path folder, ReferenceStore reference) {
        return open(folder, reference, () -> folder.toFile().getUsableSpace());
    }

    static ContentFiles open(Path folder, ReferenceStore reference, LongSupplier space) {
        var files = new ContentFiles(folder, reference, space);
        try {
            OwnerFiles.createDirectory(folder);
            files.names().stream()
                    .filter(ContentId::isContentId)
                    .map(ContentId::new)
                    .forEach(files.whole::add);
        } catch (IOException e) {
            log.error("Pictures cannot be kept: {}", e.toString());
        }
        return files;
    }

    /// `changed` runs after a file has come or turned out spoiled, on any thread: hand over at once.
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    /// Whether all of it was here when it was last looked at. From memory.
    public boolean hasCome(ContentId id) {
        return whole.contains(id);
    }

    /// Empty when it is not here. One that is not what it was is thrown away, and fetched anew.
    public Optional<byte[]> read(ContentId id) {
        if (!whole.contains(id)) {
            return Optional.empty();
        }
        var file = folder.resolve(id.hex());
        try {
            if (Files.size(file) <= ContentFile.MOST_BYTES) {
                var bytes = Files.readAllBytes(file);
                if (ContentId.of(bytes).equals(id)) {
                    return Optional.of(bytes);
                }
            }
            log.error("Picture {} is spoiled on the disk and comes anew", id);
            discard(file);
        } catch (IOException e) {
            log.error("Picture {} cannot be read and comes anew: {}", id, e.toString());
        }
        whole.remove(id);
        tell();
        return Optional.empty();
    }

    /// The first that items name, is not here, and is not among those left for later.
    public Optional<Wanted> next(Set<ContentId> later) {
        var wanted = reference.index().files().stream()
                .filter(each -> !whole.contains(each.id()) && !later.contains(each.id()))
                .findFirst();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        boolean full = space.getAsLong() < SPACE_FOR_FACTS;
        if (full && !tooFull) {
            log.warn("The disk is too full for pictures; facts come first");
        }
        tooFull = full;
        return full ? Optional.empty() : wanted.map(each -> new Wanted(each, have(each)));
    }

    private int have(ContentFile file) {
        var part = part(file.id());
        try {
            long size = Files.exists(part) ? Files.size(part) : 0;
            if (size < file.bytes()) {
                return (int) size;
            }
            Files.delete(part);
        } catch (IOException e) {
            log.warn("What came of picture {} cannot be used: {}", file.id(), e.toString());
        }
        return 0;
    }

    /// Keeps what follows the first `from` bytes; more than was announced is spoiled.
    ///
    /// @throws IOException when the disk does not take it; what was there before stays
    public synchronized Taken take(ContentFile file, int from, byte[] bytes) throws IOException {
        var part = part(file.id());
        long end = (long) from + bytes.length;
        if (end > file.bytes()) {
            discard(part);
            return Taken.SPOILED;
        }
        try (var out = FileChannel.open(part, CREATE, WRITE)) {
            out.truncate(from);
            out.position(from);
            for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
                out.write(left);
            }
            out.force(true);
        }
        return end < file.bytes() ? Taken.MORE_IS_MISSING : conclude(file.id(), part);
    }

    private Taken conclude(ContentId id, Path part) throws IOException {
        if (!ContentId.of(Files.readAllBytes(part)).equals(id)) {
            log.error("Picture {} came spoiled", id);
            discard(part);
            return Taken.SPOILED;
        }
        Files.move(part, folder.resolve(id.hex()), ATOMIC_MOVE);
        OwnerFiles.syncDirectoryOf(part);
        whole.add(id);
        log.info("Picture {} has come", id);
        tell();
        return Taken.WHOLE;
    }

    /// Throws away what no item names any more. Only while everything the street has to say is in force: in the middle
    /// of a snapshot items are missing that come a page later.
    public synchronized void sweep() {
        var named =
                reference.index().files().stream().map(each -> each.id().hex()).collect(Collectors.toUnmodifiableSet());
        try {
            for (var name : names()) {
                var id = name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
                if (!named.contains(id)) {
                    forget(name);
                }
            }
        } catch (IOException e) {
            log.warn("Pictures that nothing names could not be thrown away: {}", e.toString());
        }
    }

    private void forget(String name) throws IOException {
        if (ContentId.isContentId(name)) {
            whole.remove(new ContentId(name));
        }
        Files.deleteIfExists(folder.resolve(name));
        log.info("Nothing names {} any more", name);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private Path part(ContentId id) {
        return folder.resolve(id.hex() + PART);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be thrown away: {}", file.getFileName(), e.toString());
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
