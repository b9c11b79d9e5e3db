package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.cards.CardConversion;
import cn.dangqun.cards.CardSecret;
import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.util.function.IntConsumer;

/// What one guess of a resident number costs whoever has a kiosk's secret, beside what it costs under a plain keyed
/// hash, in one run; what a tap of the card waits for; and what turning one card for a kiosk costs the street. One
/// core.
public final class CardBench {
    private static final int WARM_UP = 20;
    private static final double NANOS = 1e9;

    private CardBench() {}

    public static void main(String[] arguments) {
        try (var report = new Report()) {
            run(report);
        }
    }

    private static void run(Report report) {
        var kiosk = CardSecret.derived(new byte[32], new byte[] {1});
        var street = CardSecret.derived(new byte[32], new byte[] {2});
        CardKeyer ours = new CurveCardKeyer(kiosk, new byte[CurveCardKeyer.SALT_BYTES]);
        CardKeyer plain = new MacCardKeyer(new byte[32]);
        var conversion = new CardConversion(street, kiosk);
        var key = ours.ofUid(new byte[7]);
        double guess = seconds(100, i -> ours.ofResidentNumber("number " + i));
        double mac = seconds(100_000, i -> plain.ofResidentNumber("number " + i));
        double tap = seconds(2000, i -> ours.ofUid(new byte[7]));
        double turned = seconds(2000, i -> conversion.of(key));
        report.add(Figure.of("a guess of a resident number", "µs", guess * 1e6)
                .beside("the same by HMAC-SHA-256", mac * 1e6));
        report.add(Figure.of("a tap of another card", "ms", tap * 1e3));
        report.add(Figure.of("a card turned for a kiosk", "ms", turned * 1e3));
        double birthdays = 60 * 365.25 * 1000;
        report.add(
                Figure.of("all guesses, a place known, 60 birth years", "days of a core", birthdays * guess / 86_400));
        report.add(Figure.of("all guesses, a place and a birthday known", "s of a core", 1000 * guess));
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
