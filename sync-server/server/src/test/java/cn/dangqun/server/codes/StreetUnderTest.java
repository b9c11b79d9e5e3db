package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCodeVerdict;
import cn.dangqun.domain.credential.code.MemberCodeVerifier;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.StillClock;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.vault.Secrets;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// The feature over a real database with one branch of three members, at 09:20 on a Monday in Shanghai.
final class StreetUnderTest implements AutoCloseable {
    static final OrganizationId BRANCH = new OrganizationId("c1-b1");
    static final MemberId FIRST = new MemberId("M-1");
    static final MemberId SECOND = new MemberId("M-2");
    static final Actor CLERK = new Actor("clerk", "127.0.0.1");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant START = Instant.parse("2026-11-23T01:20:00Z");

    final StillClock clock = new StillClock(START);
    final Database database;
    final ReferenceLedger reference;
    final CodeKeys keys;
    final Revocations revocations;
    final IssueDesk issuing;
    final PrintDesk printing;

    StreetUnderTest(Path directory) {
        this(directory, new KeptKeys(secrets(directory), new SecureRandom()));
    }

    StreetUnderTest(Path directory, KeptKeys kept) {
        database = MigratedFile.open(directory.resolve("street.db"));
        reference = new ReferenceLedger(database, clock);
        var times = new Times(clock, ZoneId.of("Asia/Shanghai"), new Texts());
        keys = new CodeKeys(kept, database, reference, clock);
        revocations = new Revocations(database, reference, times);
        issuing = new IssueDesk(database, keys, revocations, times);
        printing = new PrintDesk(database, keys, times);
    }

    static Secrets secrets(Path directory) {
        try {
            return Vault.in(directory).secrets();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StreetUnderTest withMembers() {
        reference.publish(List.of(
                TestStreet.organization("street", null, OrganizationLevel.STREET_COMMITTEE),
                TestStreet.organization("c1", "street", OrganizationLevel.COMMITTEE),
                TestStreet.organization("c1-b1", "c1", OrganizationLevel.BRANCH),
                TestStreet.organization("c1-b2", "c1", OrganizationLevel.BRANCH),
                TestStreet.member("M-1", "c1-b1"),
                TestStreet.member("M-2", "c1-b1"),
                TestStreet.member("M-3", "c1-b1"),
                TestStreet.member("M-9", "c1-b2")));
        return this;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    IssueDesk.Result issue(SheetId sheet, LocalDate expires, boolean endsFormer, MemberId... members) {
        var order = new IssueDesk.Order(sheet, BRANCH, IssueDesk.Who.CHOSEN, Set.of(members), expires, endsFormer);
        return issuing.issue(order, CLERK);
    }

    /// Issues one card and returns it.
    Card issue(MemberId member, LocalDate expires) {
        issue(SheetId.draw(), expires, false, member);
        return cards(member).getFirst();
    }

    List<Card> cards(MemberId member) {
        return database.read(handle -> CardStore.ofMember(handle, member));
    }

    /// The text on a card as printed now.
    String text(Card card) {
        return keys.with(CLERK, key -> key.signer().sign(card.code()));
    }

    /// What a kiosk says that holds everything published.
    MemberCodeVerdict kioskSays(String text, LocalDate today) {
        var keys = published().stream()
                .filter(ReferenceItem.StreetKey.class::isInstance)
                .map(ReferenceItem.StreetKey.class::cast)
                .map(item -> item.retiredAfter()
                        .map(StreetKey.of(item.publicKey())::retiring)
                        .orElseGet(() -> StreetKey.of(item.publicKey())))
                .toList();
        return new MemberCodeVerifier(keys, this::isRevoked).verify(text, today);
    }

    private boolean isRevoked(CardSerial serial) {
        return published().contains(new ReferenceItem.RevokedCode(serial.value()));
    }

    List<ReferenceItem> published() {
        return database.read(handle -> handle.createQuery("SELECT record FROM reference_item ORDER BY number")
                .map((row, ignored) -> item(row.getBytes("record")))
                .list());
    }

    static ReferenceItem item(byte[] record) {
        try {
            return ReferenceCodec.decode(record).item().orElseThrow();
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    Scope everything() {
        return Scope.wholeStreet();
    }

    @Override
    public void close() {
        database.close();
    }
}
