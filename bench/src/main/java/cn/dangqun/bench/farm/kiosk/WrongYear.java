package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The machine boots with a clock of another year, and meets the street or stays alone. Alone it may believe a date on
/// which there is nothing to check in to: whoever is sent away comes again.
record WrongYear(VirtualKiosk kiosk, String way, SentAway sentAway) implements Trouble {
    private static final String ALONE = "-alone";
    private static final Duration FAR = Duration.ofDays(100);

    WrongYear(VirtualKiosk kiosk, String way) {
        this(kiosk, way, new SentAway(kiosk));
    }

    private boolean isAlone() {
        return way.endsWith(ALONE);
    }

    private Duration shift() {
        return switch (way.replace(ALONE, "")) {
            case "behind" -> FAR.negated();
            case "ahead" -> FAR;
            case String year ->
                Duration.between(
                        Instant.now(),
                        LocalDate.of(Integer.parseInt(year), 1, 1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
        };
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        if (isAlone()) {
            kiosk.line().cut();
        }
        kiosk.reboot(() -> kiosk.clock().shift(shift()));
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        if (isAlone()) {
            sentAway.tryOnce(person);
        } else {
            kiosk.serve(person);
        }
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk.clock().shift(Duration.ZERO);
        kiosk.line().mend();
        sentAway.comeAgain();
    }
}
