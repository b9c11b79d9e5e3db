package cn.dangqun.acceptance.carry;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.card.CardDesk;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// A whole kiosk but its screens: what the desk answers is what a screen would show.
final class ScreenlessKiosk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KioskCore core;

    ScreenlessKiosk(Path settings) throws IOException, SettingsException {
        this.core = KioskCore.open(SettingsFile.loadKiosk(settings), Clock.systemUTC());
        await("how it keys cards", () -> core.cardKeyer().isPresent());
        await("a roster", () -> !core.features().activities().today().list().isEmpty());
    }

    /// What a tap of this person comes to; somebody nobody knows is admitted as a guest.
    CheckInOutcome tap(int person) {
        var key = core.cardKeyer().orElseThrow().ofUid(CrowdedStreet.uid(person));
        var card = new Credential.Card(key, CardKind.CONTACTLESS_UID);
        return person <= OpenStreet.MEMBERS
                ? core.features().checkIn().desk().present(card).join()
                : core.features()
                        .checkIn()
                        .desk()
                        .admitGuest(card, CrowdedStreet.ACTIVITY, GuestKind.RESIDENT)
                        .join();
    }

    /// Somebody lays a resident card on the reader that reads its number.
    CheckInOutcome tapResident(String number) {
        var key = core.cardKeyer().orElseThrow().ofResidentNumber(number);
        return core.features()
                .checkIn()
                .desk()
                .present(new Credential.Card(key, CardKind.RESIDENT_NUMBER))
                .join();
    }

    /// Whether the roster has come as far as this card.
    boolean knowsResident(String number) {
        return !(tapResident(number) instanceof CheckInOutcome.UnknownCard);
    }

    /// As this kiosk keeps it.
    CardKey card(int person) {
        return core.cardKeyer().orElseThrow().ofUid(CrowdedStreet.uid(person));
    }

    /// Names the secret under which it keeps cards.
    String cardSecret() {
        return core.cardKeyer().orElseThrow().ofUid(CrowdedStreet.uid(1)).under();
    }

    /// Duty staff touch this member and hold the card to the reader.
    CardDesk.Bound bind(String number, MemberId member) {
        var desk = core.features().cards().desk();
        var person = desk.find("").stream()
                .filter(each -> each.id().equals(member))
                .findFirst()
                .orElseThrow();
        return desk.bind(core.cardKeyer().orElseThrow().ofResidentNumber(number), person, "s-1")
                .join();
    }

    /// Duty staff hold the card to the reader and say that it is lost.
    boolean retire(String number) {
        var card = core.cardKeyer().orElseThrow().ofResidentNumber(number);
        return core.features()
                .cards()
                .desk()
                .retire(card, CardDesk.Reason.LOST, "s-2")
                .join();
    }

    /// All of them at once, as fast as the ledger takes them. How many of these members were counted.
    long tapAtOnce(int from, int through) {
        var keyer = core.cardKeyer().orElseThrow();
        return IntStream.rangeClosed(from, through)
                .mapToObj(person -> core.features()
                        .checkIn()
                        .desk()
                        .present(new Credential.Card(keyer.ofUid(CrowdedStreet.uid(person)), CardKind.CONTACTLESS_UID)))
                .toList()
                .stream()
                .filter(answer -> answer.join() instanceof CheckInOutcome.Counted)
                .count();
    }

    SyncStatus status() {
        return core.services().sync().status();
    }

    boolean hasSentAll() {
        return status().link() instanceof SyncStatus.Link.Connected && status().pending() == 0;
    }

    void awaitSentAll() {
        await("everything sent", this::hasSentAll);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        core.close();
    }
}
