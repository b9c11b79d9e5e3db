package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Compares what a row says with the roster as it stands: whom it means and what it would change. The street's own
/// id or a resident number decides; without one the name within the branch, when it is the only one. Whatever is left
/// open is doubtful, and a person decides.
record Judge(Known known, ChangeWords words, LocalDate today) {

    /// `words` are for a person; a change has what would change.
    record Verdict(IntakeOutcome outcome, Optional<MemberId> member, String words) {}

    private Texts texts() {
        return words.texts();
    }

    Verdict of(Said said, Optional<CardKey> card) {
        var numbered = card.flatMap(known::withNumber);
        if (said.id().isPresent()) {
            return called(said.id().get(), said, card, numbered);
        }
        if (numbered.isPresent()) {
            return changes(numbered.get(), said, card);
        }
        if (said.branch().isEmpty()) {
            return new Verdict(IntakeOutcome.WRONG, Optional.empty(), texts().get("intake.why.noBranch"));
        }
        var here = known.named(said.name(), said.branch().get());
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
        var member = known.member(id);
        if (member.isEmpty()
                || !known.isInScope(member.get().branch())
                || !said.names(member.get().name())) {
            return doubt(Optional.empty(), texts().get("intake.why.otherId", id));
        }
        var own = known.numberOf(id);
        boolean isAnothers = numbered.filter(each -> !each.equals(id)).isPresent();
        return isAnothers || (card.isPresent() && own.isPresent() && !own.equals(card))
                ? doubt(Optional.of(id), texts().get("intake.why.otherNumber"))
                : changes(id, said, card);
    }

    /// The one of this name in the branch.
    private Verdict namesake(MemberId member, Said said, Optional<CardKey> card) {
        if (card.isPresent() && known.numberOf(member).isPresent()) {
            return doubt(Optional.of(member), texts().get("intake.why.otherNumber"));
        }
        var born = known.detail(member).born();
        if (born.isPresent()
                && said.detail().born().filter(day -> !born.get().equals(day)).isPresent()) {
            return doubt(Optional.of(member), texts().get("intake.why.otherBirth"));
        }
        return changes(member, said, card);
    }

    /// Nobody of the branch has the name. Somebody elsewhere may be meant, unless the numbers say that they are two.
    private Verdict stranger(Said said, Optional<CardKey> card) {
        var elsewhere = known.elsewhere(said.name(), said.branch().orElseThrow()).stream()
                .filter(each -> card.isEmpty() || known.numberOf(each).isEmpty())
                .filter(each -> mayBe(each, said))
                .toList();
        return elsewhere.isEmpty()
                ? new Verdict(IntakeOutcome.NEW, Optional.empty(), entered(said))
                : doubt(
                        Optional.of(elsewhere.getFirst()),
                        texts().get("intake.why.elsewhere", branchOf(elsewhere.getFirst())));
    }

    /// What a person checks of somebody new: where and as what; a post is no seat yet.
    private String entered(Said said) {
        var place = known.nameOf(said.group().or(said::branch).orElseThrow());
        var as = said.status()
                .map(status -> texts().get("intake.row.entered", place, words.status(status)))
                .orElse(place);
        return said.detail()
                .post()
                .filter(post -> !post.isBlank())
                .map(post -> as + texts().get("intake.row.post", post))
                .orElse(as);
    }

    private boolean mayBe(MemberId member, Said said) {
        var born = known.detail(member).born();
        return born.isEmpty()
                || said.detail().born().filter(day -> !day.equals(born.get())).isEmpty();
    }

    private Verdict changes(MemberId id, Said said, Optional<CardKey> card) {
        var member = known.member(id).orElseThrow();
        if (!known.isInScope(member.branch())) {
            return new Verdict(IntakeOutcome.WRONG, Optional.empty(), texts().get("intake.why.outside"));
        }
        if (member.newest().until().filter(end -> !end.isAfter(today)).isPresent()) {
            return doubt(
                    Optional.of(id),
                    texts().get("intake.why.gone", member.newest().until().get()));
        }
        var wanted = said.over(member.newest());
        var detail = known.detail(id);
        var described = words.described(member.name(), said.over(member.name()), detail, said.over(detail));
        boolean gainsNumber = card.isPresent() && known.numberOf(id).isEmpty();
        var moved = member.newest().isAs(wanted) ? "" : words.moved(known::nameOf, member.newest(), wanted);
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

    private String branchOf(MemberId member) {
        return known.member(member).map(each -> known.nameOf(each.branch())).orElse("");
    }
}
