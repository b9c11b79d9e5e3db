package cn.dangqun.kiosk.scan;

import cn.dangqun.devices.api.Still;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;

/// A page as a picture, at most [#LONGEST_SIDE] pixels long; drawn anew, so that nothing is in it but what one sees.
public final class PageImage {
    static final int LONGEST_SIDE = 2000;
    /// A JPEG of it has no more bytes than this: it is sealed whole, and travels in one frame.
    static final int MOST_BYTES = 400 * 1024;

    private static final long MOST_PIXELS = 60_000_000;
    private static final float[] QUALITIES = {0.8f, 0.65f, 0.5f};
    private static final double SMALLER = 0.75;

    private final BufferedImage image;

    private PageImage(BufferedImage image) {
        this.image = image;
    }

    public static PageImage of(Still still) {
        var gray = new BufferedImage(still.width(), still.height(), BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setDataElements(0, 0, still.width(), still.height(), still.gray());
        return new PageImage(scaled(gray, LONGEST_SIDE));
    }

    /// Of the bytes of a JPEG or PNG file; empty for anything else, and for what is too large to be opened.
    static Optional<PageImage> read(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input) : Optional.empty();
        } catch (IOException | RuntimeException notAPicture) {
            // readers of pictures throw anything at what was made to hurt them
            return Optional.empty();
        }
    }

    private static Optional<PageImage> read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return Optional.empty();
            }
            var every = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2L * LONGEST_SIDE));
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(new PageImage(scaled(reader.read(0, every), LONGEST_SIDE)));
        } finally {
            reader.dispose();
        }
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /// Its pixels as 0xAARRGGBB, row by row.
    int[] pixels() {
        return image.getRGB(0, 0, width(), height(), null, 0, width());
    }

    /// A quarter to the right: telephones note which way up they were held, and nobody reads that here.
    PageImage turned() {
        var turned = new BufferedImage(height(), width(), image.getType());
        var pen = turned.createGraphics();
        try {
            pen.drawImage(image, new AffineTransform(0, 1, -1, 0, height(), 0), null);
        } finally {
            pen.dispose();
        }
        return new PageImage(turned);
    }

    /// As clear as [#MOST_BYTES] allow.
    byte[] jpeg() {
        for (int side = LONGEST_SIDE; true; side = (int) (side * SMALLER)) {
            var drawn = scaled(image, side);
            for (float quality : QUALITIES) {
                var bytes = jpeg(drawn, quality);
                if (bytes.length <= MOST_BYTES) {
                    return bytes;
                }
            }
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int longest) {
        double by = Math.min(1.0, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * by));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * by));
        boolean gray = picture.getType() == BufferedImage.TYPE_BYTE_GRAY;
        if (gray && by == 1.0) {
            return picture;
        }
        var drawn = new BufferedImage(width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var output = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
            output.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            writer.dispose();
        }
    }
}
