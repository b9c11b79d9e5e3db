package cn.dangqun.acceptance.roll;

import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.accounts.AccountDesk.Newcomer;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.web.Scope;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The street's server in this process with its console open, and the kiosks of one centre.
final class Centre implements AutoCloseable {
    private static final NewLogin LOGIN = new NewLogin("reader", "correct horse 42");

    final TurnedClock clock;
    final StreetServer street;
    final StreetCountReader standings;
    final ConsoleReader console;
    private final InetSocketAddress address;
    final List<CarriedKiosk> kiosks = new ArrayList<>();

    Centre(Path folder, int kioskCount) throws Exception {
        this(folder, OneDay.at(7, 30), OneDay.items(), Collections.nCopies(kioskCount, OneDay.SITE));
    }

    /// A kiosk for each of the sites.
    Centre(Path folder, Instant start, List<ReferenceItem> items, List<String> sites) throws Exception {
        clock = new TurnedClock(start);
        var settings = SettingsFile.loadServer(StreetProcess.settings(folder, 0, false));
        street = StreetServer.open(settings, clock);
        street.reference().publish(items);
        standings = new StreetCountReader(street.database(), clock);
        street.accounts()
                .add(
                        new Newcomer("reader", "试验管理员", Role.STREET_ADMIN, Scope.wholeStreet()),
                        LOGIN.password(),
                        new Actor("test", "-"));
        address = street.openConsole();
        console = later();
        for (int i = 1; i <= sites.size(); i++) {
            var site = sites.get(i - 1);
            kiosks.add(new CarriedKiosk(this, folder.resolve("kiosk-" + i), enrol("kiosk-" + i, site), site));
        }
    }

    /// Somebody signs in, at the start or after days.
    ConsoleReader later() throws Exception {
        return ConsoleReader.signIn(
                URI.create("http://" + address.getHostString() + ":" + address.getPort()),
                LOGIN.login(),
                LOGIN.password());
    }

    /// Somebody else of the whole street is entered, and signs in.
    ConsoleReader entered(String login, String name, Role role) throws Exception {
        street.accounts()
                .add(new Newcomer(login, name, role, Scope.wholeStreet()), LOGIN.password(), new Actor("test", "-"));
        return ConsoleReader.signIn(
                URI.create("http://" + address.getHostString() + ":" + address.getPort()), login, LOGIN.password());
    }

    private KioskId enrol(String id, String site) {
        street.database().write((handle, changes) -> {
            handle.execute("INSERT INTO kiosk_stand (kiosk, site, from_at) VALUES (?, ?, ?)", id, site, clock.millis());
            return handle.execute(
                    "INSERT INTO kiosk (id, name, site, created_at) VALUES (?, ?, ?, ?)",
                    id,
                    "一体机" + id,
                    site,
                    clock.millis());
        });
        return new KioskId(id);
    }

    /// Everybody tells and hears everything, until nothing is left to say.
    void meet() throws Exception {
        street.rolls().freezeStarted();
        for (int round = 0; round < 2; round++) {
            for (var kiosk : kiosks) {
                kiosk.push();
                kiosk.report();
            }
            for (var kiosk : kiosks) {
                kiosk.fetch();
                kiosk.hear();
            }
        }
    }

    @Override
    public void close() {
        for (var kiosk : kiosks) {
            kiosk.close();
        }
        street.close();
    }
}
