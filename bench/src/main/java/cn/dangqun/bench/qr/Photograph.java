package cn.dangqun.bench.qr;

import cn.dangqun.devices.drivers.qr.GrayImage;
import cn.dangqun.devices.drivers.qr.QrDrawing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// A picture as a kiosk's camera takes one, 1280 by 720: shelves and papers behind, perhaps a code before them, and
/// what went wrong with it. Drawn from a random generator; the same draws make the same picture.
final class Photograph {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int THINGS = 40;

    private final RandomGenerator random;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D pen = image.createGraphics();
    private double codeX;
    private double codeY;
    private double codeSide;

    Photograph(RandomGenerator random) {
        this.random = random;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(gray(90 + random.nextInt(90)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < THINGS; i++) {
            pen.setColor(gray(random.nextInt(255)));
            pen.fill(new Rectangle2D.Double(
                    random.nextInt(WIDTH), random.nextInt(HEIGHT), 10 + random.nextInt(180), 6 + random.nextInt(120)));
        }
    }

    /// A page of something like print, which is the worst that a reader of codes may look at for nothing.
    Photograph print() {
        for (int y = 20; y < HEIGHT; y += 22) {
            for (int x = 20; x < WIDTH - 20; x += 11) {
                pen.setColor(gray(random.nextInt(60)));
                pen.fillRect(x, y, 2 + random.nextInt(7), 2 + random.nextInt(14));
            }
        }
        return this;
    }

    /// Squares in squares: what looks like the corner of a code and is none.
    Photograph windows() {
        for (int i = 0; i < 24; i++) {
            int side = 21 + random.nextInt(60);
            int x = random.nextInt(WIDTH - side);
            int y = random.nextInt(HEIGHT - side);
            fill(20, x, y, side);
            fill(235, x + side / 7, y + side / 7, side * 5 / 7);
            fill(20, x + side * 2 / 7, y + side * 2 / 7, side * 3 / 7);
        }
        return this;
    }

    private void fill(int brightness, int x, int y, int side) {
        pen.setColor(gray(brightness));
        pen.fillRect(x, y, side, side);
    }

    /// `module`: pixels a module takes.
    Photograph code(String text, double module, double degrees) {
        var drawing = QrDrawing.of(text);
        int modules = drawing.side() + 2 * QrDrawing.QUIET_ZONE;
        codeSide = modules * module;
        codeX = WIDTH / 2.0 + random.nextInt(61) - 30;
        codeY = HEIGHT / 2.0 + random.nextInt(21) - 10;
        var before = pen.getTransform();
        var place = AffineTransform.getTranslateInstance(codeX, codeY);
        place.rotate(Math.toRadians(degrees));
        place.translate(-codeSide / 2, -codeSide / 2);
        place.scale(module, module);
        pen.transform(place);
        pen.setColor(gray(240));
        pen.fill(new Rectangle2D.Double(0, 0, modules, modules));
        pen.setColor(gray(25));
        for (int y = 0; y < drawing.side(); y++) {
            for (int x = 0; x < drawing.side(); x++) {
                if (drawing.isDark(x, y)) {
                    pen.fill(new Rectangle2D.Double(x + QrDrawing.QUIET_ZONE, y + QrDrawing.QUIET_ZONE, 1.02, 1.02));
                }
            }
        }
        pen.setTransform(before);
        return this;
    }

    /// Blots and scratches over about so much of the code, away from its corners.
    Photograph damaged(double share) {
        for (double covered = 0; covered < share; ) {
            double radius = codeSide * (0.02 + 0.03 * random.nextDouble());
            double x = codeX + (random.nextDouble() - 0.5) * codeSide * 0.4;
            double y = codeY + (random.nextDouble() - 0.5) * codeSide * 0.4;
            pen.setColor(gray(random.nextBoolean() ? 30 : 230));
            pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            covered += Math.PI * radius * radius / (codeSide * codeSide);
        }
        pen.setColor(gray(200));
        pen.setStroke(new BasicStroke((float) (codeSide * 0.008)));
        for (int i = 0; i < 3; i++) {
            double at = codeX + (random.nextDouble() - 0.5) * codeSide * 0.6;
            pen.draw(new Line2D.Double(at, codeY - codeSide / 3, at + codeSide * 0.1, codeY + codeSide / 3));
        }
        return this;
    }

    /// A lamp that the film of a card or the glass of a phone throws back.
    Photograph glaring(double share) {
        double radius = codeSide * share;
        double x = codeX + (random.nextDouble() - 0.5) * codeSide * 0.5;
        double y = codeY + (random.nextDouble() - 0.5) * codeSide * 0.5;
        pen.setPaint(
                new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 0.35f, 1}, new Color[] {
                    Color.WHITE, new Color(255, 255, 255, 215), new Color(255, 255, 255, 0)
                }));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        return this;
    }

    /// What the sensor adds. The picture is finished then.
    GrayImage taken(double noise) {
        pen.dispose();
        var picture = GrayImage.of(image);
        var pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round((pixels[i] & 0xFF) + random.nextGaussian() * noise), 0, 255);
        }
        return picture;
    }

    private static Color gray(int brightness) {
        return new Color(brightness, brightness, brightness);
    }
}
