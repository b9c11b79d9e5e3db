package cn.dangqun.config.settings;

import cn.dangqun.config.text.EditedText;
import cn.dangqun.config.text.NotTextException;
import cn.dangqun.domain.queue.TicketNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Reads settings files (TOML). Paths in a file are relative to the file. Faults are reported all together.
public final class SettingsFile {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern ANY = Pattern.compile("(?s).*\\S.*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final Pattern NAMES =
            Pattern.compile("\\s*[A-Za-z0-9.:-]{1,253}(\\s+[A-Za-z0-9.:-]{1,253}){0,15}\\s*");
    private static final Pattern FINGERPRINT = Pattern.compile("\\s*[0-9A-Fa-f]{2}([:\\s-]?[0-9A-Fa-f]{2}){31}\\s*");
    private static final Pattern DRIVER = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern REAL_DRIVER = Pattern.compile("(?!sim-)[a-z0-9-]{1,32}");

    private SettingsFile() {}

    /// @throws SettingsException when the file is absent, is not TOML, or any entry is wrong
    public static KioskSettings loadKiosk(Path file) throws SettingsException {
        return load(file, root -> kiosk(file, root));
    }

    /// @throws SettingsException when the file is absent, is not TOML, or any entry is wrong
    public static ServerSettings loadServer(Path file) throws SettingsException {
        return load(file, root -> server(file, root));
    }

    private static KioskSettings kiosk(Path file, SettingsTable root) {
        var data = path(file, root);
        var siteName = root.text("site_name", ANY, "应为中心名称，如 ××社区党群服务中心");
        var zone = root.zone("zone", CHINA);
        var street = root.table("server");
        var server = new KioskSettings.Server(
                street.text("host", HOST, "应为街道服务器的主机名或地址"),
                street.number("port", 1, 65_535, 7443),
                fingerprint(street.text("fingerprint", FINGERPRINT, "应为街道证书指纹（64 位十六进制），服务器启动时会显示")));
        street.refuseUnknown();
        var display = root.table("screen");
        var screen = new KioskSettings.Screen(
                display.number("width", 600, 7680, 1080),
                display.number("height", 600, 7680, 1920),
                display.flag("full_screen", true));
        display.refuseUnknown();
        var queueDigit = root.has("queue_digit")
                ? OptionalInt.of(root.number("queue_digit", 1, TicketNumber.KIOSK_MAX, 1))
                : OptionalInt.empty();
        var pages = root.table("window");
        var window = new KioskSettings.Window(
                pages.number("port", 0, 65_535, KioskSettings.Window.STANDARD.port()),
                pages.flag("inner_only", true),
                pages.number("queue_port", 1, 65_535, KioskSettings.Window.STANDARD.queuePort()));
        pages.refuseUnknown();
        var demo =
                root.has("demo") ? Optional.of(demo(file, root.table("demo"))) : Optional.<KioskSettings.Demo>empty();
        var devices = root.tables("device", table -> device(table, demo.isPresent()));
        root.refuseUnknown();
        return new KioskSettings(data, siteName, zone, server, screen, devices, queueDigit, window, demo);
    }

    /// Browsers and openssl write it with colons and in capitals.
    private static String fingerprint(String written) {
        return written.replaceAll("[:\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /// Simulated devices check in whoever asks them to: only a demonstration has any.
    private static KioskSettings.Device device(SettingsTable table, boolean demo) {
        return new KioskSettings.Device(
                table.text("name", ANY, "应为给工作人员看的设备名称"),
                demo
                        ? table.text("driver", DRIVER, "应为驱动名称，如 pcsc")
                        : table.text("driver", REAL_DRIVER, "应为驱动名称，如 pcsc；模拟设备（sim-…）只能在有 [demo] 的设置中使用"),
                table.remaining());
    }

    private static KioskSettings.Demo demo(Path file, SettingsTable table) {
        var demo = new KioskSettings.Demo(
                table.optionalText("enrolment_code", ANY, "应为一次性登记码"),
                table.optionalText("people", ANY, "应为演示人员文件").map(written -> beside(file, written)));
        table.refuseUnknown();
        return demo;
    }

    private static ServerSettings server(Path file, SettingsTable root) {
        var data = path(file, root);
        var zone = root.zone("zone", CHINA);
        var endpoint = root.table("sync");
        var sync = new ServerSettings.Sync(
                endpoint.optionalText("host", HOST, "应为监听地址").orElse("0.0.0.0"),
                endpoint.number("port", 0, 65_535, 7443),
                endpoint.number("max_frame_bytes", 65_536, 16_777_216, 1_048_576),
                endpoint.number("window", 1, 64, 8),
                new ServerSettings.Strangers(
                        endpoint.number("strangers", 16, 65_535, ServerSettings.Strangers.DEFAULT.most()),
                        endpoint.number(
                                "strangers_per_address",
                                8,
                                65_535,
                                ServerSettings.Strangers.DEFAULT.fromOneAddress())));
        endpoint.refuseUnknown();
        var console = console(file, root.table("console"));
        var backup = backup(file, root.table("backup"));
        var demo = root.flag("demo", false);
        root.refuseUnknown();
        return new ServerSettings(data, zone, sync, console, backup, demo);
    }

    /// Whether disk and passphrase are there is asked when they are needed: the server works without.
    private static ServerSettings.Backup backup(Path file, SettingsTable table) {
        var usual = ServerSettings.Backup.NOWHERE;
        var backup = new ServerSettings.Backup(
                table.optionalText("directory", ANY, "应为存放备份的目录，如移动硬盘或网络盘").map(written -> beside(file, written)),
                table.optionalText("passphrase_file", ANY, "应为写着恢复口令的文件").map(written -> beside(file, written)),
                table.number("keep_days", 1, 3650, usual.keepDays()),
                table.number("keep_months", 1, 1200, usual.keepMonths()));
        table.refuseUnknown();
        return backup;
    }

    /// Passwords and names travel here: in the clear never further than this machine.
    private static ServerSettings.Console console(Path file, SettingsTable pages) {
        var host = pages.optionalText("host", HOST, "应为监听地址").orElse("127.0.0.1");
        var port = pages.number("port", 0, 65_535, 8080);
        var certificate = pem(file, pages, "certificate");
        var key = pem(file, pages, "key");
        if (certificate.isPresent() != key.isPresent()) {
            pages.fault(certificate.isPresent() ? "key" : "certificate", "证书和私钥要一起设置");
        }
        var names = words(pages, "names", "应为办公电脑打开网页用的名字或地址，几个用空格分开，如 192.0.2.5 console.example");
        if (!names.isEmpty() && certificate.isPresent()) {
            pages.fault("names", "证书只要一种：用自己的证书（certificate 和 key），或者由街道签发（names）");
        }
        if (certificate.isEmpty() && key.isEmpty() && names.isEmpty() && !isLoopback(host)) {
            pages.fault(
                    "host",
                    "网页对外时必须加密：请设置 certificate 和 key（PEM 文件），或者设置 names 由街道签发证书，或者改为 127.0.0.1，在前面放 HTTPS 反向代理");
        }
        var proxies = proxies(pages);
        pages.refuseUnknown();
        return new ServerSettings.Console(
                host,
                port,
                certificate.flatMap(chain -> key.map(each -> new ServerSettings.Tls(chain, each))),
                names,
                proxies);
    }

    /// Addresses, not names: a name server has no say in who is believed.
    private static List<InetAddress> proxies(SettingsTable pages) {
        var found = new ArrayList<InetAddress>();
        for (var each : words(pages, "proxies", "应为反向代理的 IP 地址，几个用空格分开，如 127.0.0.1")) {
            try {
                found.add(InetAddress.ofLiteral(each));
            } catch (IllegalArgumentException noAddress) {
                pages.fault("proxies", "应为反向代理的 IP 地址，现为 " + each);
            }
        }
        return found;
    }

    private static List<String> words(SettingsTable pages, String key, String formInWords) {
        return pages.optionalText(key, NAMES, formInWords)
                .map(written -> List.of(written.strip().split("\\s+", -1)))
                .orElse(List.of());
    }

    private static Optional<Path> pem(Path file, SettingsTable pages, String name) {
        var found = pages.optionalText(name, ANY, "应为 PEM 文件").map(written -> beside(file, written));
        if (found.isPresent() && !Files.isReadable(found.get())) {
            pages.fault(name, "文件不存在，或者服务器读不到：" + found.get());
        }
        return found;
    }

    /// By its looks: a name server is not asked.
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static Path path(Path file, SettingsTable root) {
        return beside(file, root.text("data", ANY, "应为存放数据的目录"));
    }

    private static Path beside(Path file, String written) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of(written) : parent.resolve(written).normalize();
    }

    private static <T> T load(Path file, Function<SettingsTable, T> read) throws SettingsException {
        var faults = new ArrayList<SettingsFault>();
        try {
            var settings = read.apply(new SettingsTable("", tree(file, EditedText.read(file)), faults));
            if (!faults.isEmpty()) {
                throw new SettingsException(file, faults);
            }
            return settings;
        } catch (NoSuchFileException e) {
            throw new SettingsException(file, List.of(new SettingsFault("文件", "不存在")));
        } catch (NotTextException e) {
            throw new SettingsException(file, List.of(new SettingsFault("文件", NotTextException.WHAT_TO_DO)));
        } catch (AccessDeniedException e) {
            throw new SettingsException(file, List.of(new SettingsFault("文件", "没有权限读，请用 sudo，或者改文件的权限")));
        } catch (IOException e) {
            throw new SettingsException(file, List.of(new SettingsFault("文件", "无法读取：" + e.getMessage())));
        }
    }

    private static JsonNode tree(Path file, String text) throws SettingsException {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation().getLineNr();
            var hint = TomlHints.about(text, line, e.getOriginalMessage());
            throw new SettingsException(file, List.of(new SettingsFault("第 " + line + " 行", hint)));
        }
    }
}
