package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentJob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// A folder into which whole files come, or none: written under another name, forced to the medium, then
/// renamed. Nothing that is there is written over. `mustBeMounted`: without a stick the folder would be this
/// machine's own disk.
record Folder(Path directory, boolean mustBeMounted) {
    private static final String PART = ".part";
    private static final int COPIES_MAX = 100;

    /// Returns the file's name.
    ///
    /// @throws DeviceException NOT_FOUND without a stick, FULL, REFUSED when it cannot be written to
    String save(DocumentJob job) throws DeviceException {
        find();
        look(job.pdf().length);
        var part = directory.resolve("." + job.number() + PART);
        try {
            try {
                write(part, job.pdf());
                return named(part, clean(job.name()));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw new DeviceException(Kind.REFUSED, "the stick cannot be written to", e);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /// @throws DeviceException NOT_FOUND without a stick
    void find() throws DeviceException {
        try {
            if (!Files.isDirectory(directory) || (mustBeMounted && !isMounted())) {
                throw new DeviceException(Kind.NOT_FOUND, "no stick at " + directory);
            }
        } catch (IOException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no stick at " + directory, e);
        }
    }

    private void look(long needed) throws DeviceException {
        try {
            if (Files.getFileStore(directory).getUsableSpace() < needed) {
                throw new DeviceException(Kind.FULL, "no room for " + needed + " bytes");
            }
        } catch (IOException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no stick at " + directory, e);
        }
    }

    /// Another device than the folder it hangs in.
    private boolean isMounted() throws IOException {
        var whole = directory.toRealPath();
        var parent = whole.getParent();
        return parent != null && !Files.getAttribute(whole, "unix:dev").equals(Files.getAttribute(parent, "unix:dev"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private String named(Path part, String name) throws IOException, DeviceException {
        for (int copy = 1; copy <= COPIES_MAX; copy++) {
            var file = name + (copy == 1 ? "" : "-" + copy) + ".pdf";
            try {
                Files.move(part, directory.resolve(file));
                try (var folder = FileChannel.open(directory)) {
                    folder.force(true);
                }
                return file;
            } catch (FileAlreadyExistsException e) {
                // the next number
            }
        }
        throw new DeviceException(Kind.REFUSED, "the stick has " + COPIES_MAX + " files of this name");
    }

    /// Sticks know fewer signs than we do.
    private static String clean(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    private DeviceException fault(IOException problem) {
        var said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space")) {
            return new DeviceException(Kind.FULL, "no room left", problem);
        }
        return said.contains("read-only")
                ? new DeviceException(Kind.REFUSED, "the stick cannot be written to", problem)
                : new DeviceException(Kind.DISCONNECTED, "the stick was pulled out", problem);
    }
}
