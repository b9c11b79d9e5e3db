package cn.dangqun.server.attendance;

import cn.dangqun.protocol.Signature;
import com.google.protobuf.ByteString;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// What somebody wrote with a finger, drawn as ink on paper.
final class HandWriting {
    private static final int MARGIN = 20;
    private static final float PEN = 7;

    private HandWriting() {}

    /// A JPEG as high as what was written.
    static ByteString jpeg(Signature written) {
        int lowest = written.strokes().stream()
                .flatMap(stroke -> stroke.points().stream())
                .mapToInt(Signature.Point::y)
                .max()
                .orElse(0);
        var paper = new BufferedImage(Signature.WIDTH + 2 * MARGIN, lowest + 2 * MARGIN, BufferedImage.TYPE_BYTE_GRAY);
        var pen = paper.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            pen.setColor(Color.BLACK);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            written.strokes().forEach(stroke -> pen.draw(line(stroke)));
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static Path2D line(Signature.Stroke stroke) {
        var line = new Path2D.Double();
        var first = stroke.points().getFirst();
        line.moveTo(first.x() + MARGIN, first.y() + MARGIN);
        stroke.points().forEach(point -> line.lineTo(point.x() + MARGIN, point.y() + MARGIN));
        return line;
    }
}
