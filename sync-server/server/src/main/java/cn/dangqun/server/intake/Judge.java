package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Compares what a row says with the roster as it stands: whom it means and what it would change. The street's own
/// id or a resident number decides; without one the name within the branch, when it is the only one. Whatever is left
/// open is doubtful, and a
/// person decides.
record Judge(Handle handle, Intake intake, ChangeWords words, LocalDate today) {

    /// `words` are for a person; a change has what would change.
    record Verdict(IntakeOutcome outcome, Optional<MemberId> member, String words) {}

    private Texts texts() {
        return words.texts();
    }

    Verdict of(Said said, Optional<CardKey> card) {
        var numbered = card.flatMap(new RosterStore(handle)::withNumber);
        if (said.id().isPresent()) {
            return called(said.id().get(), said, card, numbered);
        }
        if (numbered.isPresent()) {
            return changes(numbered.get(), said, card);
        }
        if (said.branch().isEmpty()) {
            return new Verdict(IntakeOutcome.WRONG, Optional.empty(), texts().get("intake.why.noBranch"));
        }
        var here = named(said, said.branch().get());
        return switch (here.size()) {
            case 0 -> stranger(said, card);
            case 1 -> namesake(here.getFirst(), said, card);
            default -> doubt(Optional.empty(), texts().get("intake.why.several", here.size()));
        };
    }

    private static Verdict doubt(Optional<MemberId> member, String why) {
        return new Verdict(IntakeOutcome.DOUBTFUL, member, why);
    }

    /// The one whom an export of the street called so; rows that were shifted against their ids are nobody's.
    private Verdict called(MemberId id, Said said, Optional<CardKey> card, Optional<MemberId> numbered) {
        var member = new Entries(handle).member(id);
        if (member.isEmpty()
                || !isInScope(member.get())
                || !said.names(member.get().name())) {
            return doubt(Optional.empty(), texts().get("intake.why.otherId", id));
        }
        var known = new RosterStore(handle).numberOf(id);
        boolean isAnothers = numbered.filter(each -> !each.equals(id)).isPresent();
        return isAnothers || (card.isPresent() && known.isPresent() && !known.equals(card))
                ? doubt(Optional.of(id), texts().get("intake.why.otherNumber"))
                : changes(id, said, card);
    }

    /// The one of this name in the branch.
    private Verdict namesake(MemberId member, Said said, Optional<CardKey> card) {
        var store = new RosterStore(handle);
        if (card.isPresent() && store.numberOf(member).isPresent()) {
            return doubt(Optional.of(member), texts().get("intake.why.otherNumber"));
        }
        var born = store.detail(member).born();
        if (born.isPresent()
                && said.detail().born().filter(day -> !born.get().equals(day)).isPresent()) {
            return doubt(Optional.of(member), texts().get("intake.why.otherBirth"));
        }
        return changes(member, said, card);
    }

    /// Nobody of the branch has the name. Somebody elsewhere may be meant, unless the numbers say that they are two.
    private Verdict stranger(Said said, Optional<CardKey> card) {
        var elsewhere = elsewhere(said).stream()
                .filter(each ->
                        card.isEmpty() || new RosterStore(handle).numberOf(each).isEmpty())
                .filter(each -> mayBe(each, said))
                .toList();
        return elsewhere.isEmpty()
                ? new Verdict(IntakeOutcome.NEW, Optional.empty(), "")
                : doubt(
                        Optional.of(elsewhere.getFirst()),
                        texts().get("intake.why.elsewhere", branchOf(elsewhere.getFirst())));
    }

    private boolean mayBe(MemberId member, Said said) {
        var born = new RosterStore(handle).detail(member).born();
        return born.isEmpty()
                || said.detail().born().filter(day -> !day.equals(born.get())).isEmpty();
    }

    private Verdict changes(MemberId id, Said said, Optional<CardKey> card) {
        var member = new Entries(handle).member(id).orElseThrow();
        if (!isInScope(member)) {
            return new Verdict(IntakeOutcome.WRONG, Optional.empty(), texts().get("intake.why.outside"));
        }
        if (member.newest().until().filter(end -> !end.isAfter(today)).isPresent()) {
            return doubt(
                    Optional.of(id),
                    texts().get("intake.why.gone", member.newest().until().get()));
        }
        var store = new RosterStore(handle);
        var wanted = said.over(member.newest());
        var detail = store.detail(id);
        var described = words.described(member.name(), said.over(member.name()), detail, said.over(detail));
        boolean gainsNumber = card.isPresent() && store.numberOf(id).isEmpty();
        var moved = member.newest().isAs(wanted) ? "" : words.moved(handle, member.newest(), wanted);
        var changed = join(moved, described, gainsNumber ? texts().get("roster.history.number") : "");
        var outcome = changed.isEmpty()
                ? IntakeOutcome.SAME
                : member.newest().branch().equals(wanted.branch()) ? IntakeOutcome.CHANGED : IntakeOutcome.MOVED;
        return new Verdict(outcome, Optional.of(id), changed);
    }

    private String join(String... parts) {
        return String.join(
                texts().get("roster.history.and"),
                List.of(parts).stream().filter(each -> !each.isEmpty()).toList());
    }

    private boolean isInScope(Member member) {
        var scope = intake.scope();
        return scope.equals(Scope.wholeStreet())
                || handle.createQuery("SELECT 1 FROM organization WHERE street = 1 AND id = :id"
                                + " AND path >= :prefix AND path < :after")
                        .bind("id", member.branch().value())
                        .bind("prefix", scope.pathPrefix(handle))
                        .bind("after", scope.pathAfter(handle))
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    private List<MemberId> named(Said said, OrganizationId branch) {
        return handle.createQuery("SELECT id FROM member WHERE street = 1 AND branch = ? AND name = ?"
                        + " AND (until IS NULL OR until > ?) ORDER BY id")
                .bind(0, branch.value())
                .bind(1, said.name())
                .bind(2, today.toString())
                .mapTo(String.class)
                .map(MemberId::new)
                .list();
    }

    private List<MemberId> elsewhere(Said said) {
        return handle.createQuery("""
                        SELECT m.id FROM member_word w JOIN member m ON m.street = 1 AND m.id = w.member
                        JOIN organization o ON o.street = 1 AND o.id = m.branch
                        WHERE w.street = 1 AND w.word = :word AND m.name = :name AND m.branch <> :branch
                          AND (m.until IS NULL OR m.until > :today)
                          AND o.path >= :prefix AND o.path < :after ORDER BY m.id""")
                .bind("word", Pinyin.plain(said.name()))
                .bind("name", said.name())
                .bind("branch", said.branch().orElseThrow().value())
                .bind("today", today.toString())
                .bind("prefix", intake.scope().pathPrefix(handle))
                .bind("after", intake.scope().pathAfter(handle))
                .mapTo(String.class)
                .map(MemberId::new)
                .list();
    }

    private String branchOf(MemberId member) {
        return handle.createQuery("SELECT o.name FROM member m JOIN organization o ON o.street = 1 AND o.id = m.branch"
                        + " WHERE m.street = 1 AND m.id = ?")
                .bind(0, member.value())
                .mapTo(String.class)
                .one();
    }
}
