package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.TicketCode;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Tickets for tests, and the count of dots in which two pictures differ.
final class Tickets {
    private Tickets() {}

    static TicketJob queueTicket(long number) {
        return new TicketJob(
                number,
                new TicketLayout(
                        "样例街道党群服务中心",
                        Optional.of("A012"),
                        List.of(
                                TicketLine.strong("组织关系转接"),
                                TicketLine.of("前面等候 3 人，取号时间 2026-11-20 09:02"),
                                TicketLine.small("样例 䶮㛃𬺈")),
                        Optional.of(code()),
                        List.of("请留意叫号", "过号请到服务台")));
    }

    static TicketCode code() {
        var random = new SplittableRandom(29);
        var modules = new boolean[29][29];
        for (var row : modules) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextBoolean();
            }
        }
        return TicketCode.of(modules);
    }

    /// Dots that differ, rows of `printed` below `drawn` counted when they are not white.
    static int differingDots(BufferedImage drawn, BufferedImage printed) {
        int differing = 0;
        for (int y = 0; y < Math.max(drawn.getHeight(), printed.getHeight()); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                if (isDark(drawn, x, y) != isDark(printed, x, y)) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static boolean isDark(BufferedImage picture, int x, int y) {
        return y < picture.getHeight() && (picture.getRGB(x, y) & 0xFFFFFF) == 0;
    }
}
