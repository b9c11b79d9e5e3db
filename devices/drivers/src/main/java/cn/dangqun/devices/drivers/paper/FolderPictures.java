package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The pictures of a folder and of the folders in it, which is where telephones and scanners put theirs. Links are not
/// followed: whatever a stick says, nothing outside it is read.
record FolderPictures(Folder folder) {
    private static final int DEPTH = 3;
    private static final int MOST_FILES = 5_000;
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png");

    private record Found(String name, FileTime changed) {}

    List<String> newest(int most) throws DeviceException {
        folder.find();
        var root = folder.directory();
        try (var files = Files.walk(root, DEPTH, new FileVisitOption[0])) {
            return files.limit(MOST_FILES)
                    .filter(each -> isPicture(root, each))
                    .flatMap(each -> found(root, each).stream())
                    .sorted(Comparator.comparing(Found::changed).reversed().thenComparing(Found::name))
                    .limit(most)
                    .map(Found::name)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the stick was pulled out", e);
        }
    }

    private static boolean isPicture(Path root, Path file) {
        var name = file.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean hidden = false;
        for (var part : root.relativize(file)) {
            hidden |= part.toString().startsWith(".");
        }
        return !hidden && ENDINGS.contains(ending) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// Nothing for one that went away meanwhile.
    private static Optional<Found> found(Path root, Path file) {
        try {
            var changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Found(root.relativize(file).toString(), changed));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    byte[] read(String name, int most) throws DeviceException {
        folder.find();
        var root = folder.directory();
        var file = root.resolve(name).normalize();
        try {
            if (!file.startsWith(root) || !isPicture(root, file) || !isWithin(root, file)) {
                throw new DeviceException(Kind.NOT_FOUND, "no such picture on the stick");
            }
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                var bytes = in.readNBytes(most + 1);
                if (bytes.length > most) {
                    throw new DeviceException(Kind.REFUSED, "the picture has more than " + most + " bytes");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the stick was pulled out", e);
        }
    }

    /// A folder on the way may be a link, too.
    private static boolean isWithin(Path root, Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }
}
