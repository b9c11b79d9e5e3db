package cn.dangqun.server.upkeep;

import cn.dangqun.server.kiosks.KioskRound;
import cn.dangqun.server.ledger.Healing;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.Doctor.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// The kiosks, what was parked of their records, and what they brought again after a restoration.
record KioskChecks(StreetFile street, Texts texts, Times times) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    Finding kiosks() {
        var needing = street.read(handle -> new KioskRound(handle).needing(texts, times));
        return needing.isEmpty()
                ? new Finding(true, texts.get("upkeep.doctor.kiosksGood"))
                : new Finding(
                        false,
                        needing.stream()
                                .map(each ->
                                        texts.get("upkeep.doctor.kioskNeeds", each.name(), String.join("", each.why())))
                                .collect(Collectors.joining()));
    }

    Finding parked() {
        long open = street.number("SELECT count(*) FROM fact_quarantine q JOIN chain c ON c.street = 1"
                + " AND c.number = q.chain LEFT JOIN parked_settled d ON d.street = 1 AND d.kiosk = c.kiosk"
                + " AND d.epoch = c.epoch AND d.seq = q.seq WHERE q.street = 1 AND d.seq IS NULL");
        return open == 0
                ? new Finding(true, texts.get("upkeep.doctor.parkedNone"))
                : new Finding(false, texts.get("upkeep.doctor.parked", open));
    }

    /// One kiosk's clock may be wrong; where most agree, it is this machine's.
    boolean mostSayThatTheClockIsWrong() {
        var ahead = street.read(handle -> new KioskRound(handle).clocksAhead());
        long fast = ahead.stream().filter(each -> each.compareTo(TOLERANCE) > 0).count();
        long slow = ahead.stream()
                .filter(each -> each.compareTo(TOLERANCE.negated()) < 0)
                .count();
        long most = Math.max(fast, slow);
        return most >= 2 && 2 * most > ahead.size();
    }

    Finding restoration() {
        long restored = street.number("SELECT coalesce(max(restored_at), 0) FROM restoration WHERE street = 1");
        var healed = street.read(handle -> new Healing(handle).all());
        if (restored == 0 && healed.isEmpty()) {
            return new Finding(true, texts.get("upkeep.doctor.neverRestored"));
        }
        var awaited = awaited(restored);
        var lines = lines(healed);
        var words = restored == 0
                ? lines
                : texts.get("upkeep.doctor.restored", times.when(Instant.ofEpochMilli(restored)), madeAt(restored))
                        + lines;
        return awaited.isEmpty() && healed.stream().allMatch(Healing.Healed::isWhole)
                ? new Finding(true, words)
                : new Finding(
                        false,
                        awaited.isEmpty()
                                ? words
                                : words + texts.get("upkeep.doctor.awaited", String.join("、", awaited)));
    }

    private String madeAt(long restored) {
        return times.when(Instant.ofEpochMilli(street.read(
                handle -> handle.createQuery("SELECT made_at FROM restoration WHERE street = 1 AND restored_at = ?")
                        .bind(0, restored)
                        .mapTo(Long.class)
                        .one())));
    }

    private String lines(List<Healing.Healed> healed) {
        return healed.isEmpty()
                ? texts.get("upkeep.doctor.nothingAgain")
                : healed.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Healing.Healed healed) {
        if (healed.isWhole()) {
            return texts.get("upkeep.doctor.healed", healed.kiosk(), healed.again());
        }
        return healed.gone() > 0
                ? texts.get("upkeep.doctor.healedGone", healed.kiosk(), healed.told(), healed.again(), healed.gone())
                : texts.get("upkeep.doctor.healing", healed.kiosk(), healed.told(), healed.again());
    }

    /// Kiosks in use that were not heard of since then.
    private List<String> awaited(long restored) {
        return street.read(handle -> handle.createQuery("SELECT name FROM kiosk WHERE street = 1 AND revoked_at IS NULL"
                        + " AND coalesce(last_contact_at, 0) < ? ORDER BY name")
                .bind(0, restored)
                .mapTo(String.class)
                .list());
    }
}
