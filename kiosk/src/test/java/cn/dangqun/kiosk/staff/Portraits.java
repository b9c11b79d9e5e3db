package cn.dangqun.kiosk.staff;

import com.google.protobuf.ByteString;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The outline of somebody who does not exist, as the street draws photos: square, 480 pixels.
final class Portraits {
    private static final int SIDE = 480;

    private Portraits() {}

    static Portrait somebody() {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xBFD4E6));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(new Color(0x4A5A6A));
        pen.fillOval(80, 300, 320, 320);
        pen.setColor(new Color(0xE8C9A8));
        pen.fillOval(150, 90, 180, 220);
        pen.dispose();
        var bytes = ByteString.newOutput();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Portrait(bytes.toByteString());
    }
}
