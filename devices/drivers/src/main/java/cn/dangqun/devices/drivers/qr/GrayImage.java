package cn.dangqun.devices.drivers.qr;

import java.awt.image.BufferedImage;

/// A picture in 256 grays, one byte a pixel, row by row from the top. Shares the array it is given: whoever hands a
/// frame over does not write to it any more.
public final class GrayImage {
    private static final int MAX_PIXELS = 64 << 20;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /// @throws IllegalArgumentException when the array is shorter than the picture, or the picture over 64 megapixels
    public GrayImage(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || (long) width * height > Math.min(MAX_PIXELS, pixels.length)) {
            throw new IllegalArgumentException(
                    "%d x %d is no picture of %d bytes".formatted(width, height, pixels.length));
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// Transparent pixels are taken as white paper.
    public static GrayImage of(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var pixels = new byte[width * height];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            image.getRaster().getDataElements(0, 0, width, height, pixels); // Java would lighten it on the way to RGB
            return new GrayImage(width, height, pixels);
        }
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) luminance(row[x]);
            }
        }
        return new GrayImage(width, height, pixels);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The picture's own array, not a copy.
    public byte[] pixels() {
        return pixels;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    private static int luminance(int argb) {
        var alpha = argb >>> 24;
        var gray = (306 * ((argb >> 16) & 0xFF) + 601 * ((argb >> 8) & 0xFF) + 117 * (argb & 0xFF) + 512) >> 10;
        return (gray * alpha + 255 * (255 - alpha)) / 255;
    }
}
