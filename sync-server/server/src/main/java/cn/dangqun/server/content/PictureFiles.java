package cn.dangqun.server.content;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.store.OwnerFiles;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pictures on their way, in a folder that is their owner's alone. No key is among them; the process that took a file
/// has it drawn, and nothing stays.
record PictureFiles(Path folder) {
    /// Makes the folder, and throws away what a crash left there.
    static PictureFiles in(Path folder) {
        var files = new PictureFiles(folder);
        try {
            OwnerFiles.createDirectory(folder);
            empty(folder);
            OwnerFiles.createDirectory(files.arriving());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// Where what a browser sends comes to rest.
    Path arriving() {
        return folder.resolve("arriving");
    }

    /// An empty folder for one file's drawings.
    Path desk() throws IOException {
        return Files.createTempDirectory(folder, "drawing-");
    }

    static void clear(Path desk) throws IOException {
        empty(desk);
        Files.delete(desk);
    }

    private static void empty(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            for (var each : left.toList()) {
                if (Files.isDirectory(each)) {
                    clear(each);
                } else {
                    Files.delete(each);
                }
            }
        }
    }

    /// What does not look as it should is taken from nobody, not from our own process either.
    static List<Drawing> taken(Path desk, int most) throws IOException {
        var drawings = new ArrayList<Drawing>();
        for (int number = 1; number <= most && Files.exists(desk.resolve(number + ".jpg")); number++) {
            var picture = desk.resolve(number + ".jpg");
            if (Files.size(picture) > ContentFile.MOST_BYTES) {
                throw new IOException("a drawing is larger than it can be");
            }
            var size = Files.readString(desk.resolve(number + ".size")).split(" ", 2);
            drawings.add(new Drawing(
                    ByteString.copyFrom(Files.readAllBytes(picture)),
                    Integer.parseInt(size[0]),
                    Integer.parseInt(size[1])));
        }
        if (drawings.isEmpty()) {
            throw new IOException("nothing was drawn");
        }
        return drawings;
    }
}
