package cn.dangqun.acceptance.street;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The first kiosk of a street, in a real window: it is new, and whatever it comes to know it is told by the street, by
/// what is held to its reader and scanner, and by a finger.
final class MovedInKiosk implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private static final int RESIDENT_NUMBER = 18;
    private static final String PIN = "135792";
    // where things stand on this screen
    private static final String NAME_BOARD = "540,90";
    private static final String STAFF_ENTRANCE = "947,1845";
    private static final String ONLY_PERSON = "537,1655";
    private static final String BIND_CARD = "668,1836";
    private static final String FOUND = "537,1263";
    private static final String BACK = "806,1832";
    private static final String LOCK = "924,1836";
    private static final String CONFIRM = "785,1670";
    private static final List<String> PAD = List.of(
            "545,1670",
            "293,1236",
            "545,1236",
            "785,1236",
            "293,1380",
            "545,1380",
            "785,1380",
            "293,1525",
            "545,1525",
            "785,1525");

    /// Y L B on the keys of 绑卡.
    static final List<String> INITIALS = List.of("740,1576", "340,1480", "240,1379");

    private final VirtualDisplay display;
    private final KioskProcess kiosk;
    private final KioskProcess.Hand hand;
    private final Path settings;

    private MovedInKiosk(VirtualDisplay display, KioskProcess kiosk, KioskProcess.Hand hand, Path settings) {
        this.display = display;
        this.kiosk = kiosk;
        this.hand = hand;
        this.settings = settings;
    }

    /// Starts as it comes from its package: with the address of the street, and nobody's.
    static MovedInKiosk start(Path folder, StreetProcess street) throws Exception {
        int control = KioskProcess.freePort();
        var settings = KioskProcess.write(new KioskProcess.Plan(
                folder,
                street.syncPort(),
                street.fingerprint(),
                "",
                WIDTH,
                HEIGHT,
                KioskProcess.simulatedDevices(control)));
        var display = VirtualDisplay.open(WIDTH, HEIGHT, Files.createDirectories(folder.resolve("display")));
        var kiosk = KioskProcess.start(settings, control, display.environment(), List.of());
        try {
            kiosk.process().await("Kiosk window open", SOON);
            return new MovedInKiosk(display, kiosk, kiosk.hand(), settings);
        } catch (IOException | InterruptedException | AssertionError e) {
            kiosk.close();
            display.close();
            throw e;
        }
    }

    /// Shows the street's one-time code to the new kiosk, and waits for its people.
    void enrol(String code) throws Exception {
        picture("moved-in-kiosk-new");
        hand.showCode(code);
        assertEquals("ok", hand.answer(), "the scanner");
        kiosk.process().await("roster of [1-9]\\d* members ready", SOON);
    }

    /// The only person on the list comes into the staff corner by the code that the street gave, and chooses a PIN.
    void choosePin(String code) throws Exception {
        display.press(NAME_BOARD, STAFF_ENTRANCE, ONLY_PERSON);
        type(code);
        type(PIN);
        type(PIN);
        kiosk.process().await("unlocked the staff corner", SOON);
    }

    /// Keys of the pad and 确定.
    private void type(String digits) throws Exception {
        var places = Stream.concat(digits.chars().mapToObj(digit -> PAD.get(digit - '0')), Stream.of(CONFIRM))
                .toList();
        display.press(places.getFirst());
        display.type(places.subList(1, places.size()).toArray(String[]::new));
    }

    /// Ties a card to the one person whose name begins so, and leaves the staff corner.
    void bind(List<String> letters, String card) throws Exception {
        display.press(BIND_CARD);
        display.press(letters.toArray(String[]::new));
        picture("moved-in-kiosk-person");
        display.press(FOUND);
        hand.tap(HexFormat.of().parseHex(card));
        assertEquals("ok", hand.answer(), "the reader");
        display.press(BACK);
        picture("moved-in-kiosk-corner");
        display.press(LOCK);
    }

    /// A resident card by its number, any other by its UID; it must be counted.
    void hold(String card) throws Exception {
        int before = kiosk.process().lineCount();
        if (card.length() == RESIDENT_NUMBER) {
            hand.tapNumber(card);
        } else {
            hand.tap(HexFormat.of().parseHex(card));
        }
        assertEquals("ok", hand.answer(), "the reader");
        assertEquals(
                "CHECKED_IN",
                kiosk.process().await(KioskProcess.SHOWN, before, SOON).group(1));
    }

    Path settings() {
        return settings;
    }

    void picture(String name) throws Exception {
        display.picture(PICTURES.resolve(name + ".png"));
    }

    @Override
    public void close() throws IOException {
        hand.close();
        kiosk.close();
        display.close();
    }
}
