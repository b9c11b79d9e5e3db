package cn.dangqun.bench;

import cn.dangqun.cards.CardConversion;
import cn.dangqun.cards.CardSecret;
import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/// What one guess of a resident number costs whoever has a kiosk's secret, beside what it costs under a plain keyed
/// hash, in one run; what a tap of the card waits for; and what turning one card for a kiosk costs the street. One
/// core.
public final class CardBench {
    private static final int WARM_UP = 20;
    private static final double NANOS = 1e9;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private CardBench() {}

    public static void main(String[] arguments) {
        new CardBench().run();
    }

    private void run() {
        var kiosk = CardSecret.derived(new byte[32], new byte[] {1});
        var street = CardSecret.derived(new byte[32], new byte[] {2});
        CardKeyer ours = new CurveCardKeyer(kiosk, new byte[CurveCardKeyer.SALT_BYTES]);
        CardKeyer plain = new MacCardKeyer(new byte[32]);
        var conversion = new CardConversion(street, kiosk);
        var key = ours.ofUid(new byte[7]);
        double guess = seconds(100, i -> ours.ofResidentNumber("number " + i));
        double mac = seconds(100_000, i -> plain.ofResidentNumber("number " + i));
        out.printf("a guess of a resident number   %12.3f ms%n", guess * 1e3);
        out.printf("the same by HMAC-SHA-256       %12.6f ms   ratio %.0f%n", mac * 1e3, guess / mac);
        out.printf("a tap of another card          %12.3f ms%n", seconds(2000, i -> ours.ofUid(new byte[7])) * 1e3);
        out.printf("a card turned for a kiosk      %12.3f ms%n", seconds(2000, i -> conversion.of(key)) * 1e3);
        double birthdays = 60 * 365.25 * 1000;
        out.printf("a place known, 60 birth years  %12.1f days of one core%n", birthdays * guess / 86_400);
        out.printf("a place and a birthday known   %12.1f s of one core%n", 1000 * guess);
    }

    private static double seconds(int times, IntConsumer work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(i);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.accept(i);
        }
        return (System.nanoTime() - begun) / NANOS / times;
    }
}
