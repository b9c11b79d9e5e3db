package cn.dangqun.server.wall;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A made-up plan of a service centre that exists nowhere: a hall, rooms along a corridor, a mark where one stands.
final class DemoPlan {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1000;
    static final String WORDS = "示例平面图：进门是服务大厅，办事窗口在左手边；走廊北侧依次是活动室、阅览室、会议室，南侧是谈心室和卫生间。红点是您现在的位置。";

    private static final Color PAPER = new Color(0xFFFDF6);
    private static final Color WALL = new Color(0x5B4636);
    private static final Color HALL = new Color(0xFBE9C6);
    private static final Color ROOM = new Color(0xF3E3D3);
    private static final Color HERE = new Color(0xC4141B);

    private DemoPlan() {}

    static byte[] jpeg() {
        var plan = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = plan.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setStroke(new BasicStroke(10));
        int[][] rooms = {
            {60, 60, 560, 880},
            {620, 60, 300, 360},
            {920, 60, 300, 360},
            {1220, 60, 320, 360},
            {620, 580, 460, 360},
            {1080, 580, 460, 360}
        };
        for (int i = 0; i < rooms.length; i++) {
            pen.setColor(i == 0 ? HALL : ROOM);
            pen.fillRect(rooms[i][0], rooms[i][1], rooms[i][2], rooms[i][3]);
            pen.setColor(WALL);
            pen.drawRect(rooms[i][0], rooms[i][1], rooms[i][2], rooms[i][3]);
        }
        pen.fillRect(110, 220, 60, 560);
        pen.setColor(HERE);
        pen.fillOval(380, 470, 60, 60);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(plan, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
