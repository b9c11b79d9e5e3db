package cn.dangqun.server.kiosks;

import cn.dangqun.server.kiosks.KioskHealth.Device;
import cn.dangqun.server.kiosks.KioskHealth.Report;
import cn.dangqun.server.kiosks.KioskHealth.Salvage;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Says which kiosks need a person and what that person should do (F-61, F-72).
final class KioskAdvice {
    static final Duration ATTENTION_AFTER = Duration.ofHours(24);
    /// Nobody signs in at a kiosk that is off. A kiosk speaks every few seconds; a restart at night takes two minutes.
    static final Duration SILENT_AFTER = Duration.ofMinutes(10);
    static final Duration URGENT_AFTER = Duration.ofDays(7);
    private static final Duration CLOCK_DOUBT = Duration.ofMinutes(5);
    private static final long LITTLE_DISK_BYTES = 500L * 1024 * 1024;

    private final Texts texts;
    private final Times times;

    KioskAdvice(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    enum Level {
        CALM,
        ATTENTION,
        URGENT
    }

    record Advice(Level level, String text) {}

    /// A revoked kiosk needs nobody any more, but for what it took along.
    List<Advice> of(KioskHealth kiosk) {
        var out = new ArrayList<Advice>();
        kiosk.owed()
                .filter(owed -> owed.unsent() > 0)
                .ifPresent(owed -> out.add(new Advice(
                        Level.ATTENTION, texts.get("kiosks.advice.left", owed.unsent(), times.when(owed.since())))));
        if (kiosk.revoked()) {
            return out;
        }
        kiosk.owed()
                .filter(owed -> owed.unsent() == 0)
                .ifPresent(owed -> out.add(
                        new Advice(Level.ATTENTION, texts.get("kiosks.advice.leftSilent", times.when(owed.since())))));
        switch (kiosk.ledger()) {
            case SOUND -> {}
            case IN_CONFLICT -> out.add(new Advice(Level.URGENT, texts.get("kiosks.advice.conflict")));
            case RESTART_ALLOWED -> out.add(new Advice(Level.ATTENTION, texts.get("kiosks.advice.restartAllowed")));
        }
        kiosk.rival()
                .ifPresent(
                        seen -> out.add(new Advice(Level.URGENT, texts.get("kiosks.advice.rival", times.when(seen)))));
        kiosk.lastContact()
                .map(times::age)
                .filter(age -> age.compareTo(SILENT_AFTER) > 0)
                .ifPresent(age -> out.add(new Advice(level(age), texts.get("kiosks.advice.silent", times.span(age)))));
        kiosk.report().ifPresent(report -> addReport(report, out));
        kiosk.devices().forEach(device -> addDevice(device, out));
        return out;
    }

    private void addReport(Report report, List<Advice> out) {
        if (report.ledgerDamaged()) {
            out.add(damaged(report.salvage()));
        } else if (report.salvage().unreadable() > 0) {
            out.add(new Advice(
                    Level.URGENT,
                    texts.get("kiosks.advice.vanished", report.salvage().unreadable())));
        }
        report.oldestUnsent()
                .map(times::age)
                .filter(KioskAdvice::isLong)
                .ifPresent(age -> out.add(new Advice(level(age), texts.get("kiosks.advice.unsent", times.span(age)))));
        var ahead = report.clockAhead();
        if (ahead.abs().compareTo(CLOCK_DOUBT) > 0) {
            var span = times.span(ahead.abs());
            var text = ahead.isNegative()
                    ? texts.get("kiosks.advice.clockBehind", span)
                    : texts.get("kiosks.advice.clockAhead", span);
            out.add(new Advice(Level.ATTENTION, text));
        }
        if (report.freeDiskBytes() < LITTLE_DISK_BYTES) {
            out.add(new Advice(Level.ATTENTION, texts.get("kiosks.advice.disk")));
        }
    }

    /// A person must act only where something could not be read.
    private Advice damaged(Salvage salvage) {
        if (salvage.mayMiss()) {
            return new Advice(
                    Level.URGENT, texts.get("kiosks.advice.damagedUnknown", salvage.carried(), salvage.unreadable()));
        }
        return salvage.unreadable() > 0
                ? new Advice(
                        Level.URGENT, texts.get("kiosks.advice.damagedLost", salvage.carried(), salvage.unreadable()))
                : new Advice(Level.ATTENTION, texts.get("kiosks.advice.damaged", salvage.carried()));
    }

    private void addDevice(Device device, List<Advice> out) {
        if (device.state().equalsIgnoreCase("FAILED")) {
            out.add(new Advice(Level.ATTENTION, texts.get("kiosks.advice.deviceFailed", name(device))));
        } else if (device.state().equalsIgnoreCase("ATTENTION")) {
            out.add(new Advice(Level.ATTENTION, texts.get("kiosks.advice.deviceAttention", name(device))));
        }
    }

    /// The kinds are the kiosk's; a newer kiosk may have others.
    private String name(Device device) {
        return switch (device.kind()) {
            case "CARD_READER" -> texts.get("kiosks.device.cardReader");
            case "CODE_SCANNER" -> texts.get("kiosks.device.codeScanner");
            case "TICKET_PRINTER" -> texts.get("kiosks.device.ticketPrinter");
            case "DOCUMENT_PRINTER" -> texts.get("kiosks.device.documentPrinter");
            case "SIGNAL_LIGHT" -> texts.get("kiosks.device.signalLight");
            case "VOICE" -> texts.get("kiosks.device.voice");
            default -> texts.get("kiosks.device.other");
        };
    }

    private static boolean isLong(Duration age) {
        return age.compareTo(ATTENTION_AFTER) > 0;
    }

    private static Level level(Duration age) {
        return age.compareTo(URGENT_AFTER) > 0 ? Level.URGENT : Level.ATTENTION;
    }
}
