package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.kiosk.Office;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.fact.KioskId;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The administrator before the console's real pages; one thing at a time. Signs in again wherever the street has come
/// back. Revoking is done at the server's command line, as the handbook says. Thread-safe.
final class FarmOffice implements Office {
    private static final String KIOSKS = "/kiosks";
    private static final Pattern CODE = Pattern.compile("id=\"enrolment-code\">([^<]+)<");
    private static final Pattern UNREADABLE = Pattern.compile("(\\d+) 条(?:读不出|记录不见了)");
    private static final String PERHAPS_MORE = "末尾可能还有";

    private final FarmStreet street;
    private final StreetProcess server;
    private final Map<URI, ConsoleReader> readers = new HashMap<>();

    FarmOffice(FarmStreet street, StreetProcess server) {
        this.street = street;
        this.server = server;
    }

    /// What the page of kiosks says that one has lost; `perhapsMore`: nobody can count it.
    record Said(long lost, boolean perhapsMore) {}

    private ConsoleReader reader() throws IOException, InterruptedException {
        var address = server.console();
        var known = readers.get(address);
        if (known == null) {
            var who = street.reader();
            known = ConsoleReader.signIn(address, who.login(), who.password());
            readers.put(address, known);
        }
        return known;
    }

    @Override
    public synchronized boolean allowToBeginAnew(KioskId kiosk) throws IOException, InterruptedException {
        var page = KIOSKS + "/" + kiosk + "/fork";
        boolean isOpen = reader().get(page).contains("id=\"allow-restart\"");
        if (isOpen) {
            reader().send(page, page, Map.of("reason", "农场演练：磁盘恢复或克隆"));
        }
        return isOpen;
    }

    @Override
    public synchronized String code(KioskId kiosk) throws IOException, InterruptedException {
        var page = reader().send(
                        KIOSKS,
                        KIOSKS + "/codes",
                        Map.of(
                                "kiosk", kiosk.value(),
                                "replace", kiosk.value(),
                                "name", FarmStreet.name(kiosk),
                                "site", FarmStreet.siteOf(kiosk)));
        return found(CODE.matcher(page)).group(1);
    }

    @Override
    public void revoke(KioskId kiosk) throws IOException, InterruptedException {
        int code = server.command("revoke", kiosk.value(), "anyway");
        if (code != 0) {
            throw new IOException("the server did not revoke " + kiosk + ": " + code);
        }
    }

    @Override
    public synchronized void allowLateDelivery(KioskId kiosk) throws IOException, InterruptedException {
        var page = KIOSKS + "/" + kiosk + "/leaving";
        reader().send(page, page + "/late", Map.of());
    }

    synchronized Said lost(String kiosk) throws IOException, InterruptedException {
        var page = reader().get(KIOSKS);
        int from = page.indexOf("data-kiosk=\"" + kiosk + "\"");
        var row = page.substring(from, page.indexOf("</tr>", from));
        var unreadable = UNREADABLE.matcher(row);
        return new Said(unreadable.find() ? Long.parseLong(unreadable.group(1)) : 0, row.contains(PERHAPS_MORE));
    }

    private static Matcher found(Matcher matcher) {
        if (!matcher.find()) {
            throw new AssertionError("the page does not say " + matcher.pattern());
        }
        return matcher;
    }

    /// Figures of every activity.
    synchronized FarmPages pages(FarmPlan plan) throws IOException, InterruptedException {
        return new FarmPages(plan, reader());
    }
}
