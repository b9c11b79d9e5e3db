package cn.dangqun.server.content;

import java.awt.geom.AffineTransform;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/// How the camera was held, by the Exif tag 0x0112 of a JPEG file, in the order of its values from 1: which way the
/// stored picture is turned.
enum Orientation {
    UPRIGHT,
    MIRRORED,
    HALF_TURN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    QUARTER_RIGHT,
    RIGHT_MIRRORED,
    QUARTER_LEFT;

    private static final int TAG = 0x0112;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTRY_BYTES = 12;

    /// UPRIGHT for whatever says nothing, or nothing that can be. Afterwards the input stands at its beginning.
    static Orientation of(ImageInputStream file) throws IOException {
        try {
            file.seek(0);
            return file.readUnsignedShort() == START_OF_IMAGE ? ofSegments(file) : UPRIGHT;
        } catch (EOFException shorterThanItSays) {
            return UPRIGHT;
        } finally {
            file.seek(0);
        }
    }

    private static Orientation ofSegments(ImageInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedShort();
            if (marker == START_OF_SCAN || marker < 0xFF01) {
                return UPRIGHT;
            }
            var segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
            in.readFully(segment);
            if (marker == APP1 && isExif(segment)) {
                return ofTiff(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                        .slice());
            }
        }
    }

    private static boolean isExif(byte[] segment) {
        return segment.length > EXIF.length
                && ByteBuffer.wrap(segment, 0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        if (at < 8 || at > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(at));
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY_BYTES;
            if (entry > tiff.limit() - ENTRY_BYTES) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// Whether width and height change places.
    boolean isSideways() {
        return switch (this) {
            case UPRIGHT, MIRRORED, HALF_TURN, UPSIDE_DOWN_MIRRORED -> false;
            case LEFT_MIRRORED, QUARTER_RIGHT, RIGHT_MIRRORED, QUARTER_LEFT -> true;
        };
    }

    /// From the stored picture of that size to the upright one.
    AffineTransform transform(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case HALF_TURN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case QUARTER_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, height, width);
            case QUARTER_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
