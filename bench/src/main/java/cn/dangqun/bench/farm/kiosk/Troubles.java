package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.bench.farm.story.Fault;
import cn.dangqun.devices.simulator.SimulatedReader;
import cn.dangqun.devices.simulator.SimulatedScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// Makes the troubles that a story tells of. `authority`: where the street's own key lies; `losses`: who is at risk.
public record Troubles(Office office, Path authority, Losses losses) {
    private static final int WRONG_SECONDS = 600;

    public Trouble of(Fault fault, VirtualKiosk kiosk) {
        int lot = fault.lot();
        return switch (fault.kind()) {
            case LINE_CUT ->
                plain(kiosk, () -> kiosk.line().cut(), () -> kiosk.line().mend());
            case LINE_STUCK ->
                plain(kiosk, () -> kiosk.line().stick(), () -> kiosk.line().mend());
            case WRONG_BYTES ->
                plain(
                        kiosk,
                        () -> kiosk.line()
                                .spoil(CutLine.Spoil.valueOf(fault.way().toUpperCase(Locale.ROOT)), lot),
                        () -> kiosk.line().replace());
            case READER_UNPLUGGED -> new Unplugged(kiosk, SimulatedReader.class);
            case SCANNER_UNPLUGGED -> new Unplugged(kiosk, SimulatedScanner.class);
            case CLOCK_SET_WRONG ->
                plain(
                        kiosk,
                        () -> kiosk.clock().shift(Duration.ofSeconds(lot % (2 * WRONG_SECONDS) - WRONG_SECONDS)),
                        () -> kiosk.clock().shift(Duration.ZERO));
            case CLOCK_YEARS -> new WrongYear(kiosk, fault.way());
            case KIOSK_RESTARTED -> plain(kiosk, kiosk::restart, () -> {});
            case KIOSK_KILLED -> new Killed(kiosk, fault.way().equals("at-answer"), lot);
            case DISK_FILLED -> new DiskFilled(kiosk, lot);
            case LEDGER_HARMED -> new LedgerHarmed(new Settling(kiosk, office), fault.way(), lot, losses);
            case DISK_RESTORED -> new DiskRestored(new Settling(kiosk, office));
            case DISK_CLONED -> new DiskCloned(new Settling(kiosk, office));
            case KIOSK_REVOKED ->
                new Revoked(new Settling(kiosk, office), fault.way().equals("delivered-late"));
            case CERTIFICATE_EXPIRED -> new Expired(new Settling(kiosk, office), new ExpiredCertificate(authority));
            case STREET_KILLED, STREET_RESTORED ->
                throw new IllegalArgumentException(fault.kind() + " strikes the street");
        };
    }

    private static Trouble plain(VirtualKiosk kiosk, VirtualKiosk.Deed strike, VirtualKiosk.Deed end) {
        return new Plain(kiosk, strike, end);
    }

    private record Plain(VirtualKiosk kiosk, VirtualKiosk.Deed begin, VirtualKiosk.Deed over) implements Trouble {
        @Override
        public void strike() throws IOException, InterruptedException {
            begin.happen();
        }

        @Override
        public void serve(Visitor person) throws IOException, InterruptedException {
            kiosk.serve(person);
        }

        @Override
        public void end() throws IOException, InterruptedException {
            over.happen();
        }
    }

    /// Hears whose facts stand nowhere but in what is about to be harmed.
    public interface Losses {
        void atRisk(VirtualKiosk kiosk, Set<String> people);
    }
}
