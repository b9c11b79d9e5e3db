package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The clock shows another year when the kiosk is switched on, with the street or alone.
record WrongYear(VirtualKiosk kiosk, String way) implements Trouble {
    private static final String ALONE = "-alone";
    private static final Duration FAR = Duration.ofDays(100);

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
        if (way.endsWith(ALONE)) {
            kiosk.line().cut();
        }
        kiosk.restart(() -> kiosk.clock().shift(shift()));
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        kiosk.serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk.clock().shift(Duration.ZERO);
        kiosk.line().mend();
    }
}
