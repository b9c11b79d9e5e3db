package cn.dangqun.devices.drivers.qr;

/// Changes a picture so that a decoder gets another chance at it. Every method returns a new picture.
final class Retouch {
    private static final int RADIUS = 2;
    private static final int AREA = (2 * RADIUS + 1) * (2 * RADIUS + 1);

    private Retouch() {}

    static GrayImage inverted(GrayImage image) {
        var out = new byte[image.width() * image.height()];
        for (var i = 0; i < out.length; i++) {
            out[i] = (byte) ~image.pixels()[i];
        }
        return new GrayImage(image.width(), image.height(), out);
    }

    /// Mean of every two by two pixels: averages noise and moiré away.
    static GrayImage halved(GrayImage image) {
        var width = Math.max(1, image.width() / 2);
        var height = Math.max(1, image.height() / 2);
        var out = new byte[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var right = Math.min(2 * x + 1, image.width() - 1);
                var below = Math.min(2 * y + 1, image.height() - 1);
                var sum = image.at(2 * x, 2 * y)
                        + image.at(right, 2 * y)
                        + image.at(2 * x, below)
                        + image.at(right, below);
                out[y * width + x] = (byte) (sum / 4);
            }
        }
        return new GrayImage(width, height, out);
    }

    /// What differs from its surroundings of five by five pixels differs more: for soft pictures.
    static GrayImage sharpened(GrayImage image) {
        var width = image.width();
        var height = image.height();
        var columns = new int[width];
        var out = new byte[width * height];
        for (var y = -RADIUS; y <= RADIUS; y++) {
            add(columns, image, Math.clamp(y, 0, height - 1), 1);
        }
        for (var y = 0; y < height; y++) {
            var around = 0;
            for (var x = -RADIUS; x <= RADIUS; x++) {
                around += columns[Math.clamp(x, 0, width - 1)];
            }
            for (var x = 0; x < width; x++) {
                out[y * width + x] = (byte) Math.clamp(image.at(x, y) * 4 - around * 3 / AREA, 0, 255);
                around += columns[Math.min(x + RADIUS + 1, width - 1)] - columns[Math.max(x - RADIUS, 0)];
            }
            // the window moves down: its first row leaves, the one below its last comes
            add(columns, image, Math.max(y - RADIUS, 0), -1);
            add(columns, image, Math.min(y + RADIUS + 1, height - 1), 1);
        }
        return new GrayImage(width, height, out);
    }

    private static void add(int[] columns, GrayImage image, int row, int sign) {
        for (var x = 0; x < columns.length; x++) {
            columns[x] += sign * image.at(x, row);
        }
    }

    /// Twice the size by linear interpolation: for codes of barely two pixels a module.
    static GrayImage doubled(GrayImage image) {
        return resampled(image, image.width() * 2, image.height() * 2, 0.5, 0, -0.25, 0, 0.5, -0.25);
    }

    /// Turned about its middle on a canvas that holds all of it, the corners filled with white.
    static GrayImage rotated(GrayImage image, double degrees) {
        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        var width = (int) Math.ceil(image.width() * Math.abs(cos) + image.height() * Math.abs(sin));
        var height = (int) Math.ceil(image.width() * Math.abs(sin) + image.height() * Math.abs(cos));
        var left = (image.width() - 1) / 2.0 - cos * (width - 1) / 2.0 - sin * (height - 1) / 2.0;
        var top = (image.height() - 1) / 2.0 + sin * (width - 1) / 2.0 - cos * (height - 1) / 2.0;
        return resampled(image, width, height, cos, sin, left, -sin, cos, top);
    }

    private static GrayImage resampled(
            GrayImage image, int width, int height, double xx, double xy, double x0, double yx, double yy, double y0) {
        var out = new byte[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                out[y * width + x] = sample(image, xx * x + xy * y + x0, yx * x + yy * y + y0);
            }
        }
        return new GrayImage(width, height, out);
    }

    private static byte sample(GrayImage image, double x, double y) {
        if (x < -0.5 || y < -0.5 || x > image.width() - 0.5 || y > image.height() - 0.5) {
            return (byte) 255;
        }
        var inX = Math.clamp(x, 0, image.width() - 1);
        var inY = Math.clamp(y, 0, image.height() - 1);
        var left = (int) inX;
        var top = (int) inY;
        var right = Math.min(left + 1, image.width() - 1);
        var below = Math.min(top + 1, image.height() - 1);
        var upper = image.at(left, top) + (inX - left) * (image.at(right, top) - image.at(left, top));
        var lower = image.at(left, below) + (inX - left) * (image.at(right, below) - image.at(left, below));
        return (byte) Math.round(upper + (inY - top) * (lower - upper));
    }
}
