package cn.dangqun.devices.drivers.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.MemberId;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrDrawingTest {
    private static final double CARD_MILLIMETRES = 25;
    private static final int CARDS = 40;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    @ParameterizedTest
    @CsvSource({"M-000123,6,0.51", "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ,6,0.51"})
    void drawsAMemberCodeOfAnyLengthWithModulesLargeEnoughAt25Millimetres(String member, int version, double module)
            throws Exception {
        var drawing = QrDrawing.of(memberCode(member));

        assertEquals(17 + 4 * version, drawing.side());
        assertEquals(module, drawing.moduleMillimetres(CARD_MILLIMETRES), 0.01);
        assertTrue(drawing.moduleMillimetres(CARD_MILLIMETRES) >= 0.40);
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300, 360, 600})
    void printsAMemberCodeThatReadsBack(int dotsPerInch) throws Exception {
        var reader = new CodeReader();
        for (int card = 0; card < CARDS; card++) {
            var text = memberCode("M-000123");

            var png = QrDrawing.of(text).png(CARD_MILLIMETRES, dotsPerInch);

            var image = GrayImage.of(ImageIO.read(new ByteArrayInputStream(png)));
            assertEquals(Math.round(CARD_MILLIMETRES / 25.4 * dotsPerInch), image.width());
            assertEquals(Optional.of(text), reader.read(image, Effort.GLANCE), "at a glance (F-118)");
        }
    }

    /// Texts that the usual mask draws so that the quickest reader misses them at some size; seeded.
    @Test
    void drawsEveryCodeSoThatAGlanceIsEnough() {
        var random = new Random(7);
        var reader = new CodeReader();
        for (int i = 0; i < 150; i++) {
            var text = random.ints(134, 0, ALPHABET.length())
                    .mapToObj(at -> ALPHABET.substring(at, at + 1))
                    .collect(Collectors.joining());
            var drawing = QrDrawing.of(text);
            for (int dots : new int[] {4, 6, 11}) {
                var image = drawing.image((drawing.side() + 8) * dots / 300.0 * 25.4, 300);

                assertEquals(Optional.of(text), reader.read(image, Effort.GLANCE), () -> "text of " + text);
            }
        }
    }

    @Test
    void saysItsResolutionInDotsAMetre() {
        var png = ByteBuffer.wrap(QrDrawing.of("A").png(CARD_MILLIMETRES, 300));

        var chunk = png.position(33 + 4).slice();
        assertEquals("pHYs", "" + (char) chunk.get() + (char) chunk.get() + (char) chunk.get() + (char) chunk.get());
        assertEquals(11811, chunk.getInt());
        assertEquals(11811, chunk.getInt());
        assertEquals(1, chunk.get());
    }

    @Test
    void keepsItsGraysThroughThePng() throws Exception {
        var pixels = new byte[256];
        for (var gray = 0; gray < 256; gray++) {
            pixels[gray] = (byte) gray;
        }

        var png = Png.write(new GrayImage(16, 16, pixels), 8000);

        assertArrayEquals(
                pixels,
                GrayImage.of(ImageIO.read(new ByteArrayInputStream(png))).pixels());
    }

    @Test
    void keepsFourModulesOfWhiteOnEverySide() {
        var drawing = QrDrawing.of("A");
        var image = drawing.image(CARD_MILLIMETRES, 300);
        var quiet = 4 * (image.width() / (drawing.side() + 8));

        for (var along = 0; along < image.width(); along++) {
            for (var across = 0; across < quiet; across++) {
                assertEquals(255, image.at(along, across));
                assertEquals(255, image.at(across, along));
                assertEquals(255, image.at(along, image.height() - 1 - across));
                assertEquals(255, image.at(image.width() - 1 - across, along));
            }
        }
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        var drawing = QrDrawing.of("A");

        assertThrows(IllegalArgumentException.class, () -> QrDrawing.of(""));
        assertThrows(IllegalArgumentException.class, () -> QrDrawing.of("A".repeat(4000)));
        assertThrows(IllegalArgumentException.class, () -> drawing.image(2, 200));
    }

    private static String memberCode(String member) throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var issued = LocalDate.of(2026, 7, 1);
        return new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()))
                .sign(new MemberCode(new MemberId(member), new CardSerial(1234), issued, issued.plusYears(2)));
    }
}
