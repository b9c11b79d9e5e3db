package cn.dangqun.papers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A grey picture (PGM, 8 bits).
final class Picture {
    private final int width;
    private final int height;
    private final byte[] grey;

    private Picture(int width, int height, byte[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    static Picture read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var head = new String(bytes, 0, 40, StandardCharsets.ISO_8859_1).split("\\s+", 5);
        int width = Integer.parseInt(head[1]);
        int height = Integer.parseInt(head[2]);
        var grey = new byte[width * height];
        System.arraycopy(bytes, bytes.length - grey.length, grey, 0, grey.length);
        return new Picture(width, height, grey);
    }

    /// How many dark dots lie within.
    int ink(double left, double top, double right, double bottom) {
        int ink = 0;
        for (int y = Math.max(0, (int) top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, (int) left); x < Math.min(width, right); x++) {
                if (Byte.toUnsignedInt(grey[y * width + x]) < 160) {
                    ink++;
                }
            }
        }
        return ink;
    }
}
