package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.kiosk.shell.FakeServices;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Made-up pictures, and a wall on which they hang.
final class Pictures {
    private Pictures() {}

    static byte[] landscape() {
        return plan(2160, 1215);
    }

    static byte[] upright() {
        return plan(1527, 2160);
    }

    /// Rooms along a corridor, to the very edges.
    private static byte[] plan(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xFFF8E8));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x8B1A1A));
        pen.setStroke(new BasicStroke(12));
        pen.drawRect(6, 6, width - 12, height - 12);
        for (int room = 1; room < 5; room++) {
            pen.drawLine(room * width / 5, 0, room * width / 5, height * 2 / 5);
            pen.drawLine(room * width / 5, height * 3 / 5, room * width / 5, height);
        }
        pen.drawLine(0, height * 2 / 5, width, height * 2 / 5);
        pen.drawLine(0, height * 3 / 5, width, height * 3 / 5);
        pen.fillOval(width / 10 - 40, height / 2 - 40, 80, 80);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// `come`: their files are here.
    static void hang(FakeServices services, List<byte[]> pictures, boolean come) {
        services.board = Frames.only(hanging(pictures));
        if (come) {
            pictures.forEach(each -> services.content.put(ContentId.of(each), each));
        }
    }

    static Hanging hanging(List<byte[]> pictures) {
        var words = Frames.hanging("room-rules", "活动室平面图（示例）", "示例文本，仅供演示。活动室在二楼东侧，出口在走廊两头。");
        var piece = words.piece();
        return new Hanging(
                words.slot(),
                new WallPiece(
                        piece.id(),
                        piece.slot(),
                        piece.place(),
                        piece.number(),
                        piece.classification(),
                        piece.text(),
                        Optional.empty(),
                        piece.validity(),
                        piece.publishedOn(),
                        Instant.EPOCH,
                        pictures.stream().map(Pictures::described).toList()));
    }

    private static WallPicture described(byte[] jpeg) {
        try {
            var size = ImageIO.read(new ByteArrayInputStream(jpeg));
            return new WallPicture(
                    new ContentFile(ContentId.of(jpeg), jpeg.length),
                    size.getWidth(),
                    size.getHeight(),
                    "活动室平面图：走廊两侧各五间，出口在走廊东西两头，轮椅请走西头的坡道。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
