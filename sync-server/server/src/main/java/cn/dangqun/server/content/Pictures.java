package cn.dangqun.server.content;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.wall.WallPicture;
import com.google.protobuf.ByteString;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;

/// Pictures drawn anew, upright, on white, bounded in pixels and bytes. In the drawing process.
final class Pictures {
    /// What the better telephones take
    static final long MOST_PIXELS = 60_000_000;

    private static final Set<String> KINDS = Set.of("jpeg", "png");
    private static final float BEST = 0.9f;
    private static final float WORST = 0.6f;
    private static final float STEP = 0.1f;
    private static final double SMALLER = 0.8;

    private Pictures() {}

    static Drawing draw(Path file) throws IOException, UnfitPictureException {
        return fitted(opened(file));
    }

    /// A square out of it, of at most `side` pixels: of an upright picture more of what is above goes in, where the
    /// face is.
    static Drawing square(Path file, int side) throws IOException, UnfitPictureException {
        var picture = opened(file);
        int cut = Math.min(picture.getWidth(), picture.getHeight());
        int left = (picture.getWidth() - cut) / 2;
        int above = (picture.getHeight() - cut) / 4;
        return fitted(scaled(picture.getSubimage(left, above, cut, cut), side));
    }

    private static BufferedImage opened(Path file) throws IOException, UnfitPictureException {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnfitPictureException(PictureFault.WRONG_KIND);
            }
            var reader = readers.next();
            try {
                if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new UnfitPictureException(PictureFault.WRONG_KIND);
                }
                var orientation = Orientation.of(input);
                return upright(read(reader, input), orientation);
            } finally {
                reader.dispose();
            }
        }
    }

    /// Of what is far larger than needed only every so many pixels are taken in.
    private static BufferedImage read(ImageReader reader, ImageInputStream input)
            throws IOException, UnfitPictureException {
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new UnfitPictureException(PictureFault.TOO_LARGE);
        }
        var every = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * WallPicture.LONGEST_SIDE));
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    /// As the camera was held.
    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        var turned = orientation.isSideways() ? blank(height, width) : blank(width, height);
        return painted(turned, picture, orientation.transform(width, height));
    }

    /// JPEG within the limits: less exact where it must be, smaller where that is not enough.
    static Drawing fitted(BufferedImage picture) throws IOException {
        var drawn = scaled(picture, WallPicture.LONGEST_SIDE);
        while (true) {
            for (float quality = BEST; quality >= WORST - STEP / 2; quality -= STEP) {
                var jpeg = jpeg(drawn, quality);
                if (jpeg.length <= ContentFile.MOST_BYTES) {
                    return new Drawing(ByteString.copyFrom(jpeg), drawn.getWidth(), drawn.getHeight());
                }
            }
            drawn = scaled(drawn, (int) (Math.max(drawn.getWidth(), drawn.getHeight()) * SMALLER));
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int longest) {
        double by = Math.min(1.0, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * by));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * by));
        return painted(
                blank(width, height),
                picture,
                AffineTransform.getScaleInstance(
                        (double) width / picture.getWidth(), (double) height / picture.getHeight()));
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /// What is see-through becomes white.
    private static BufferedImage painted(BufferedImage paper, BufferedImage picture, AffineTransform placed) {
        var pen = paper.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(picture, placed, null);
        } finally {
            pen.dispose();
        }
        return paper;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var output = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
            output.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
