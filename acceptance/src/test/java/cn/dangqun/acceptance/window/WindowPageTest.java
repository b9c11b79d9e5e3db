package cn.dangqun.acceptance.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Four windows, some of them real browsers with a real keyboard, call a full hall empty while more people
/// come; pages are loaded anew, and the kiosk is killed in the middle of printing and started again. By the
/// facts on its disk every number was called at one window, once, and served. `-Dproof.tickets=10000` does it
/// with a full day, four browsers and 200 kills (`-Dproof.kills`); the gate with a small one, two browsers
/// and one kill.
@Tag("real-time")
@Tag("proof")
class WindowPageTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int TICKETS = Integer.getInteger("proof.tickets", 80);
    private static final boolean LARGE = TICKETS > 1000;
    private static final int FIRST = LARGE ? TICKETS * 3 / 4 : TICKETS - 25;
    private static final int KILLS = Integer.getInteger("proof.kills", LARGE ? 200 : 1);
    private static final int BROWSERS = Integer.getInteger("proof.browsers", LARGE ? 4 : 2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyNumberIsCalledAtOneWindowAndNoneIsLost() throws Exception {
        try (var hall = new Hall(folder, FIRST, TICKETS);
                var pool = Executors.newFixedThreadPool(Hall.WINDOWS)) {
            var trust = trusting(hall.authority());
            var pin = pinOf(trust, hall);
            var browsers = new ArrayList<Browser>();
            try {
                for (int window = 1; window <= BROWSERS; window++) {
                    browsers.add(new Browser(folder.resolve("browser-" + window), pin, "--window-size=1366,768"));
                    enter(browsers.getLast(), hall, window);
                }
                lookAround(browsers.get(0), browsers.get(1), hall);
                var others = new ArrayList<CompletableFuture<Void>>();
                for (int window = BROWSERS + 1; window <= Hall.WINDOWS; window++) {
                    var without = new HttpWindow(trust, hall.address(), window, hall::isEverybodyThere);
                    others.add(CompletableFuture.runAsync(without, pool));
                }
                for (int kill = 0; kill < KILLS; kill++) {
                    callAndKill(browsers, hall);
                }
                others.forEach(CompletableFuture::join);
                for (var browser : browsers) {
                    finish(browser, hall);
                }
            } finally {
                browsers.forEach(Browser::close);
            }
            hall.kill();
            judge(Ledgers.ofKiosk(hall.ledger(), Hall.KIOSK));
        }
    }

    /// The sessions go with the process: the pages lead back to the door by themselves.
    private static void callAndKill(List<Browser> browsers, Hall hall) throws Exception {
        press(browsers.getFirst(), 2);
        for (var other : browsers.subList(1, browsers.size())) {
            other.open(hall.address() + "/window");
            press(other, 2);
        }
        hall.killAndStartAgain();
        for (int window = 1; window <= browsers.size(); window++) {
            signIn(browsers.get(window - 1), window);
        }
    }

    private static void enter(Browser browser, Hall hall, int window) {
        browser.open(hall.address() + "/window");
        signIn(browser, window);
    }

    private static void signIn(Browser browser, int window) {
        browser.await("input[name=name]", SOON).sendKeys(Hall.person(window));
        browser.find("input[name=pin]").sendKeys(DemoStreet.STAFF_PIN);
        browser.leaveBy("form button", SOON);
        // what follows the queue is drawn anew at any moment: the keyboard does not mind
        browser.await("button[data-act=sit][data-to='" + window + "']", SOON);
        browser.find("body").sendKeys(Integer.toString(window));
        browser.await("button[data-act=next]", SOON);
    }

    /// What a day looks like, for people to look at.
    private static void lookAround(Browser browser, Browser television, Hall hall) throws Exception {
        browser.find("body").sendKeys(" ");
        var first = browser.attribute("[data-number]", "data-number", SOON);
        browser.await("button[data-act=recall]", SOON);
        rest(browser);
        browser.find("body").sendKeys("r");
        browser.await(".said.good", SOON);
        rest(browser);
        browser.find("body").sendKeys("h");
        browser.await("button[data-act=resume]", SOON);
        browser.picture(PICTURES.resolve("window-page.png"));
        rest(browser);
        browser.find("body").sendKeys("u");
        browser.await("[data-number='" + first + "']", SOON);
        browser.find("body").sendKeys("m");
        browser.await("details[open] button[data-to='2']", SOON);
        browser.picture(PICTURES.resolve("window-page-move.png"));
        television.open(hall.address() + "/display");
        television.await("strong[data-number='" + first + "']", SOON);
        television.picture(PICTURES.resolve("display.png"));
        television.open(hall.address() + "/window");
        television.await("button[data-act=next]", SOON);
    }

    /// Two presses of the space bar in one moment are one.
    private static void press(Browser browser, int times) {
        for (int i = 0; i < times; i++) {
            browser.await("button[data-act=next]", SOON);
            browser.find("body").sendKeys("  ");
            rest(browser);
        }
    }

    /// As long as the page takes another press for the second of a double one.
    private static void rest(Browser browser) {
        browser.await("body:not(.busy)", SOON);
    }

    private static void finish(Browser browser, Hall hall) {
        for (int i = 0; !hall.isEverybodyThere() || !browser.text().contains("窗口空着"); i++) {
            assertTrue(i < TICKETS, browser::text);
            browser.find("body").sendKeys(" ");
            rest(browser);
        }
    }

    private static void judge(List<RecordedFact> facts) {
        var calls = new HashMap<TicketId, Integer>();
        var served = new HashMap<TicketId, Integer>();
        int taken = 0;
        for (var recorded : facts) {
            if (recorded.fact() instanceof QueueFact.TicketTaken) {
                taken++;
            }
            if (recorded.fact() instanceof QueueFact.TicketHandled(var ticket, var act, var _)) {
                switch (act) {
                    case TicketAct.Call _ -> calls.merge(ticket, 1, Integer::sum);
                    case TicketAct.Serve _ -> served.merge(ticket, 1, Integer::sum);
                    default -> {}
                }
            }
        }
        assertEquals(TICKETS, taken);
        assertEquals(TICKETS, calls.size(), "none is lost");
        assertEquals(TICKETS, served.size());
        assertEquals(Map.of(), twice(calls), "called twice");
        assertEquals(Map.of(), twice(served), "served twice");
    }

    private static Map<TicketId, Integer> twice(Map<TicketId, Integer> times) {
        var found = new HashMap<>(times);
        found.values().removeIf(each -> each == 1);
        return found;
    }

    static SSLContext trusting(X509Certificate authority) throws Exception {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("windows", authority);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /// The browsers accept this one key and no other: their store of authorities cannot be written here. That the chain
    /// and the name are good is what the handshake of this method and every call of [HttpWindow] prove.
    private static String pinOf(SSLContext trust, Hall hall) throws Exception {
        var port = Integer.parseInt(hall.address().replaceAll(".*:", ""));
        try (var plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                var socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, "127.0.0.1", port, true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            var own = socket.getSession().getPeerCertificates()[0];
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(own.getPublicKey().getEncoded());
            return "--ignore-certificate-errors-spki-list="
                    + Base64.getEncoder().encodeToString(hash);
        }
    }
}
