package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.server.ledger.CarriedFacts;
import cn.dangqun.server.ledger.CheckIns;
import cn.dangqun.server.ledger.GuestSeal;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Check-ins, guests and frozen rolls as rows. Of one person's check-ins in one activity the earliest that stands is
/// counted, whichever kiosk it came from and whenever it arrived (RULES, reconciliation 2); the others are kept
/// beside it. So it is with a guest's card.
public final class AttendanceProjection implements Projection {
    /// As `clock` of a row: the time cannot be right.
    static final int CANNOT_BE = 2;

    private final GuestCards cards;

    public AttendanceProjection(GuestCards cards) {
        this.cards = cards;
    }

    /// Guests are known by their cards, which every kiosk keeps in its own way.
    public interface GuestCards {
        /// Names whoever has this card among the guests of the activity.
        String name(Handle handle, ActivityId activity, CardKey recorded);
    }

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public int form() {
        return 10;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StreetFact fact) {
            new StreetRulings(handle).apply(place, recorded, fact, changes);
        }
        return !(recorded.fact() instanceof AttendanceFact fact) || apply(handle, place, recorded, fact, changes);
    }

    /// Most are the first of somebody whom the roll lists: those are written at once, the others one by one behind
    /// them, since the order makes no difference.
    @Override
    public void apply(Handle handle, CheckIns facts, ChangeLog changes) {
        var byActivity = facts.byActivity();
        byActivity.forEach((activity, here) -> {
            new OrdinaryCheckIns(handle, activity)
                    .take(here)
                    .forEach(each -> checkedIn(handle, each.place(), each.recorded(), each.fact()));
            changes.activity(activity);
        });
        byActivity.forEach((activity, here) -> new OrdinaryCheckIns(handle, activity).noteOverlaps(here));
    }

    private boolean apply(
            Handle handle, Place place, RecordedFact recorded, AttendanceFact attendance, ChangeLog changes) {
        return switch (attendance) {
            case AttendanceFact.CheckedIn fact -> {
                checkedIn(handle, place, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.GuestCheckedIn fact -> {
                guest(handle, place, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.CheckInVoided fact -> voided(handle, place, recorded, fact, changes);
            case AttendanceFact.ByStaff fact -> {
                new StaffMarks(handle).apply(place, recorded, fact);
                count(handle, fact.activity(), fact.member());
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.GuestsCounted fact -> {
                var at = recorded.clock().instant();
                new NoteStore(handle).heads(place, fact.activity(), fact.kind(), fact.number(), at);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.PaperSheetKept fact -> {
                new PaperSheetStore(handle).add(place, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.RollFrozen fact -> {
                var rolls = new RollStore(handle);
                rolls.freeze(place, recorded, fact);
                new RollLines(rolls, fact.activity()).follow();
                changes.activity(fact.activity());
                yield true;
            }
        };
    }

    private static void checkedIn(Handle handle, Place place, RecordedFact recorded, AttendanceFact.CheckedIn fact) {
        handle.execute(
                "INSERT INTO attendance (street, chain, seq, activity, member, role, method, late, at, roll, clock,"
                        + " to_sign, voided) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.chain(),
                place.seq(),
                fact.activity().value(),
                fact.member().value(),
                fact.role().name(),
                fact.method().name(),
                fact.late() ? 1 : 0,
                recorded.clock().instant().toEpochMilli(),
                fact.roll().map(OrganizationId::value).orElse(null),
                rank(recorded.clock().quality()),
                fact.toSign() ? 1 : 0,
                isCorrected(handle, place, recorded, fact) ? 1 : 0);
        count(handle, fact.activity(), fact.member());
    }

    private static boolean isCorrected(
            Handle handle, Place place, RecordedFact recorded, AttendanceFact.CheckedIn fact) {
        return new NoteStore(handle)
                .isCorrected(new NoteStore.About(
                        fact.activity(), fact.member(), place, recorded.clock().instant()));
    }

    private void guest(Handle handle, Place place, RecordedFact recorded, AttendanceFact.GuestCheckedIn fact) {
        var card = fact.card().map(each -> cards.name(handle, fact.activity(), each));
        handle.execute(
                "INSERT INTO guest (street, chain, seq, activity, kind, card, at, counted, clock, forgotten, name, belongs)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.chain(),
                place.seq(),
                fact.activity().value(),
                fact.kind().name(),
                card.orElse(null),
                recorded.clock().instant().toEpochMilli(),
                card.isPresent() ? 0 : 1,
                rank(recorded.clock().quality()),
                fact.card().filter(GuestSeal::isForgotten).isPresent() || isForgotten(handle, fact) ? 1 : 0,
                raw(fact.named().map(AttendanceFact.Named::name)),
                raw(fact.named().map(AttendanceFact.Named::belongs)));
        card.ifPresent(key -> countGuest(handle, fact.activity(), key));
        new Recognition(handle).follow(fact.activity());
    }

    /// Also when the facts are read anew afterwards.
    private static boolean isForgotten(Handle handle, AttendanceFact.GuestCheckedIn fact) {
        return fact.named()
                .filter(named -> new AttachmentStore(handle).isForgotten(named.name()))
                .isPresent();
    }

    private static byte @Nullable [] raw(Optional<SealedId> id) {
        return id.map(each -> HexFormat.of().parseHex(each.hex())).orElse(null);
    }

    /// 0: somebody who knows the time stands behind it; 1: nobody does; 2: 时间待核对.
    static int rank(ClockQuality quality) {
        return switch (quality) {
            case STREET, NETWORK, CONFIRMED -> 0;
            case UNCHECKED -> 1;
            case DOUBTFUL -> CANNOT_BE;
        };
    }

    /// A void must name an earlier check-in of the same kiosk and activity. Voiding twice changes nothing.
    private static boolean voided(
            Handle handle, Place place, RecordedFact recorded, AttendanceFact.CheckInVoided fact, ChangeLog changes) {
        var found = target(new CarriedFacts(handle), place, recorded, fact)
                .filter(target ->
                        voidedMember(handle, target, fact.activity()) || voidedGuest(handle, target, fact.activity()));
        found.ifPresent(target -> changes.activity(fact.activity()));
        return found.isPresent();
    }

    /// Where the check-in stands: in this ledger, or, named by its origin, wherever that is. A carried void whose
    /// target nobody could name voids nobody.
    private static Optional<Place> target(
            CarriedFacts ledgers, Place place, RecordedFact recorded, AttendanceFact.CheckInVoided fact) {
        var id = recorded.id();
        if (fact.voided().isPresent()) {
            var writer = recorded.carried().map(origin -> origin.id().kiosk()).orElse(id.kiosk());
            return fact.voided()
                    .filter(origin -> origin.id().kiosk().equals(writer))
                    .flatMap(ledgers::locate);
        }
        return recorded.carried().isPresent() || fact.voidedSeq() < 1
                ? Optional.empty()
                : Optional.of(ledgers.locate(new Place(place.chain(), fact.voidedSeq())));
    }

    private static boolean voidedMember(Handle handle, Place target, ActivityId activity) {
        var member = voided(handle, "UPDATE attendance SET voided = 1", "member", target, activity);
        member.ifPresent(value -> count(handle, activity, new MemberId(value)));
        return member.isPresent();
    }

    private static boolean voidedGuest(Handle handle, Place target, ActivityId activity) {
        var card = voided(handle, "UPDATE guest SET voided = 1, counted = 0", "coalesce(card, '')", target, activity);
        card.filter(value -> !value.isEmpty()).ifPresent(value -> countGuest(handle, activity, value));
        card.ifPresent(found -> new Recognition(handle).follow(activity));
        return card.isPresent();
    }

    private static Optional<String> voided(
            Handle handle, String update, String who, Place target, ActivityId activity) {
        return handle.createQuery(
                        update + " WHERE street = 1 AND chain = ? AND seq = ? AND activity = ? RETURNING " + who)
                .bind(0, target.chain())
                .bind(1, target.seq())
                .bind(2, activity.value())
                .mapTo(String.class)
                .findOne();
    }

    private static void countGuest(Handle handle, ActivityId activity, String card) {
        new Settling(handle).countGuest(activity, card);
    }

    private static void count(Handle handle, ActivityId activity, MemberId member) {
        new Settling(handle).count(activity, member);
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM attendance");
        handle.execute("DELETE FROM guest");
        new NoteStore(handle).clear();
        new PaperSheetStore(handle).clear();
        new RollStore(handle).clear();
        new RulingStore(handle).clear();
    }
}
