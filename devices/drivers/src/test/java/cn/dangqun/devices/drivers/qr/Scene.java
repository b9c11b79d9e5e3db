package cn.dangqun.devices.drivers.qr;

import java.util.Arrays;
import java.util.Random;

/// A picture of a QR code among clutter, made from a seed: the same seed gives the same picture on every machine.
final class Scene {
    private final Random random;
    private final int width;
    private final int height;
    private final double[] light;

    private Scene(long seed, int width, int height) {
        this.random = new Random(seed);
        this.width = width;
        this.height = height;
        this.light = new double[width * height];
    }

    static Scene cluttered(long seed, int width, int height) {
        var scene = new Scene(seed, width, height);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                scene.light[y * width + x] = 110 + 60.0 * x / width + 20.0 * y / height;
            }
        }
        for (var i = 0; i < 40; i++) {
            scene.rectangle();
        }
        return scene;
    }

    /// Draws the code with its quiet zone as a square of `side` pixels, turned, sheared and seen at a slant.
    Scene code(QrDrawing code, double side, double degrees, double shear, double slant, boolean isInverted) {
        var centreX = width / 2.0 + random.nextInt(21) - 10;
        var centreY = height / 2.0 + random.nextInt(21) - 10;
        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var sum = 0.0;
                var hits = 0;
                for (var sample = 0; sample < 9; sample++) {
                    var outX = x + (sample % 3 - 1) / 3.0 - centreX;
                    var outY = y + (sample / 3 - 1) / 3.0 - centreY;
                    var depth = 1 / (1 - slant * outX / side);
                    var inX = (cos * outX + sin * outY) * depth / side;
                    var inY = (cos * outY - sin * outX) * depth / side;
                    var gray = gray(code, inX - shear * inY + 0.5, inY + 0.5);
                    hits += gray < 0 ? 0 : 1;
                    sum += gray < 0 ? light[y * width + x] : isInverted ? 255 - gray : gray;
                }
                light[y * width + x] = hits == 0 ? light[y * width + x] : sum / 9;
            }
        }
        return this;
    }

    /// A thumb over a part of the code.
    Scene thumb(double radius) {
        var angle = random.nextDouble() * 2 * Math.PI;
        var centreX = width / 2.0 + Math.cos(angle) * radius * 0.8;
        var centreY = height / 2.0 + Math.sin(angle) * radius * 0.8;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                if (Math.hypot(x - centreX, y - centreY) < radius) {
                    light[y * width + x] = 140;
                }
            }
        }
        return this;
    }

    Scene blurred(double sigma) {
        var kernel = kernel(sigma);
        var reach = kernel.length / 2;
        var rows = new double[light.length];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                for (var i = -reach; i <= reach; i++) {
                    rows[y * width + x] += kernel[i + reach] * light[y * width + Math.clamp(x + i, 0, width - 1)];
                }
            }
        }
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                light[y * width + x] = 0;
                for (var i = -reach; i <= reach; i++) {
                    light[y * width + x] += kernel[i + reach] * rows[Math.clamp(y + i, 0, height - 1) * width + x];
                }
            }
        }
        return this;
    }

    /// The grid of a screen photographed by the grid of a sensor.
    Scene moire(double strength) {
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var along = x * 0.99 + y * 0.12;
                var across = y * 0.99 - x * 0.12;
                var grid = Math.sin(2 * Math.PI * along / 2.3) * Math.sin(2 * Math.PI * across / 2.1);
                var beat = Math.sin(2 * Math.PI * along / 23) * Math.cos(2 * Math.PI * across / 31);
                light[y * width + x] *= 1 - strength * (0.5 + 0.3 * grid + 0.2 * beat);
            }
        }
        return this;
    }

    /// A lamp on one side only.
    Scene shaded(double darkest) {
        for (var at = 0; at < light.length; at++) {
            light[at] *= darkest + (1 - darkest) * Math.pow((double) (at % width) / width, 2);
        }
        return this;
    }

    GrayImage taken(double gain, double noise) {
        var pixels = new byte[light.length];
        for (var at = 0; at < light.length; at++) {
            pixels[at] = (byte) Math.clamp(Math.round(light[at] * gain + noise * random.nextGaussian()), 0, 255);
        }
        return new GrayImage(width, height, pixels);
    }

    private static double[] kernel(double sigma) {
        var reach = (int) Math.ceil(3 * sigma);
        var kernel = new double[2 * reach + 1];
        for (var i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
        }
        var total = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(share -> share / total).toArray();
    }

    private double gray(QrDrawing code, double x, double y) {
        if (x < 0 || y < 0 || x >= 1 || y >= 1) {
            return -1;
        }
        var modules = code.side() + 2 * QrDrawing.QUIET_ZONE;
        var column = (int) (x * modules) - QrDrawing.QUIET_ZONE;
        var row = (int) (y * modules) - QrDrawing.QUIET_ZONE;
        var isInside = column >= 0 && row >= 0 && column < code.side() && row < code.side();
        return isInside && code.isDark(column, row) ? 25 : 235;
    }

    private void rectangle() {
        var left = random.nextInt(width);
        var top = random.nextInt(height);
        var right = Math.min(width, left + 5 + random.nextInt(width / 6));
        var bottom = Math.min(height, top + 5 + random.nextInt(height / 8));
        var gray = random.nextInt(256);
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                light[y * width + x] = gray;
            }
        }
    }
}
