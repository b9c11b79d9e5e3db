package cn.dangqun.server.sync;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;

/// A street's server in a process of its own, which prints port, its CA's certificate and two codes, and works until
/// its input ends.
final class StrangersStreetMain {
    private StrangersStreetMain() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new ServerSettings(
                Path.of(arguments[0]),
                ZoneId.of("Asia/Shanghai"),
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 4),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
        try (var street = StreetServer.open(settings, Clock.systemUTC())) {
            var port = street.listen().address().getPort();
            System.out.println(port
                    + " " + HexFormat.of().formatHex(street.ca().certificate().getEncoded())
                    + " "
                    + street.codes()
                            .create(new KioskId("kiosk-1"), "样例一体机", "site-1")
                            .text()
                    + " "
                    + street.codes()
                            .create(new KioskId("kiosk-2"), "样例一体机", "site-1")
                            .text());
            var _ = System.in.read();
        }
    }
}
