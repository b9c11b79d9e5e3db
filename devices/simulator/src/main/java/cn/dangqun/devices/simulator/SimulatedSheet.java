package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Still;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// A paper list as a camera sees it: a ruled sheet with a scribble in every other line, and nobody's name.
final class SimulatedSheet {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int MARGIN = 60;
    private static final int LINE = 60;

    private SimulatedSheet() {}

    static Still draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        try {
            pen.setColor(Color.GRAY);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(Color.WHITE);
            pen.fillRect(MARGIN / 2, MARGIN / 2, WIDTH - MARGIN, HEIGHT - MARGIN);
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(3));
            for (int y = MARGIN; y < HEIGHT - MARGIN; y += LINE) {
                pen.drawRect(MARGIN, y, WIDTH - 2 * MARGIN, LINE);
                pen.drawLine(WIDTH / 2, y, WIDTH / 2, y + LINE);
                if (y / LINE % 2 == 0) {
                    pen.drawArc(WIDTH / 2 + LINE, y + LINE / 4, LINE, LINE / 2, 0, 300);
                    pen.drawArc(WIDTH / 2 + 2 * LINE, y + LINE / 4, 2 * LINE, LINE / 2, 90, 200);
                }
            }
        } finally {
            pen.dispose();
        }
        var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Still(WIDTH, HEIGHT, pixels);
    }
}
