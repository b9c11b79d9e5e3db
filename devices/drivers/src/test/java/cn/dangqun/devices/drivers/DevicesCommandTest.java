package cn.dangqun.devices.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("device")
final class DevicesCommandTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(DevicesCommand.Answer answer, String... arguments) throws Exception {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new DevicesCommand(out, _ -> answer, Inventory.of(directory), Clock.systemUTC()).run(List.of(arguments));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String settings(String devices) throws Exception {
        var file = directory.resolve("kiosk.toml");
        Files.writeString(file, """
                data = "."
                site_name = "样例社区党群服务中心"
                [server]
                host = "localhost"
                fingerprint = "%s"
                [screen]
                %s
                """.formatted("0".repeat(64), devices));
        return file.toString();
    }

    @Test
    void listsTheDeviceFilesOfThisMachine() throws Exception {
        for (var file : List.of("dev/input/by-id/usb-Sample-event-kbd", "dev/usb/lp0", "dev/gpiochip4")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.createFile(directory.resolve(file));
        }

        assertEquals(0, run(DevicesCommand.Answer.NONE));

        assertTrue(said().contains("键盘类扫码器\n  /dev/input/by-id/usb-Sample-event-kbd\n"), said());
        assertTrue(said().contains("USB 打印机\n  /dev/usb/lp0\n"), said());
        assertTrue(said().contains("GPIO 芯片\n  /dev/gpiochip4\n"), said());
        assertTrue(said().contains("摄像头\n  没有\n"), said());
    }

    @Test
    void testsTheConfiguredPrinterByPrinting() throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            var file = settings("""
                    [[device]]
                    name = "前台小票机"
                    driver = "escpos"
                    address = "tcp:127.0.0.1:%d"
                    """.formatted(printer.port()));

            assertEquals(0, run(DevicesCommand.Answer.NONE, file), said());

            assertEquals(1, printer.tickets().size());
            assertTrue(said().contains("小票打印机 前台小票机：正常"), said());
            assertTrue(said().contains("读卡器：未检查。本机没有装，不用检查"), said());
            assertTrue(said().contains("磁盘：正常"), said());
        }
    }

    @Test
    void endsWithOneAndAnAdviceWhenADeviceIsAbsent() throws Exception {
        var file = settings("""
                [[device]]
                name = "三色灯"
                driver = "gpio-light"
                green = "17"
                chip = "31"
                """);

        assertEquals(1, run(DevicesCommand.Answer.NONE, file));

        assertTrue(said().contains("提示灯 三色灯：故障。没有找到 三色灯"), said());
    }

    @Test
    void demonstrationPrintsItsTicketsToPictures() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var file = settings("""
                [[device]]
                name = "纸"
                driver = "sim-escpos"
                port = "%d"
                directory = "%s"
                [[device]]
                name = "前台小票机"
                driver = "escpos"
                address = "tcp:127.0.0.1:%d"
                [demo]
                people = "people.tsv"
                """.formatted(port, directory.resolve("tickets"), port));

        run(DevicesCommand.Answer.NONE, file);

        assertTrue(Files.exists(directory.resolve("tickets/ticket-0001.png")), said());
    }

    @Test
    void asksThePersonWhereOnlyAPersonCanTell() throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            printer.loadPaper(200);
            var file = settings("""
                    [[device]]
                    name = "前台小票机"
                    driver = "escpos"
                    address = "tcp:127.0.0.1:%d"
                    """.formatted(printer.port()));

            assertEquals(1, run(DevicesCommand.Answer.NO, file));

            assertTrue(said().contains("小票打印机 前台小票机：故障。前台小票机 没有打印完整"), said());
        }
    }

    @Test
    void endsWithTwoWhenTheSettingsCannotBeUsed() throws Exception {
        assertEquals(
                2,
                run(DevicesCommand.Answer.NONE, directory.resolve("gone.toml").toString()));

        assertTrue(said().contains("不存在"), said());
    }
}
