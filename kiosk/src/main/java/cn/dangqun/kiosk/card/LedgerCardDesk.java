package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.reference.Namesakes;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.ui.NameOrder;
import cn.dangqun.kiosk.ui.PinyinInitials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Over the roster, which the street renews, and the ledger, which tells the street. What was recorded here and has not
/// come back from the street yet is remembered until the next start.
public final class LedgerCardDesk implements CardDesk {
    private static final String BOUND = "BOUND";

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final Map<CardKey, Optional<MemberId>> recorded = new ConcurrentHashMap<>();

    public LedgerCardDesk(Ledger ledger, ReferenceStore reference) {
        this.ledger = ledger;
        this.reference = reference;
        reference.onChange(() -> recorded.entrySet().removeIf(each -> hasCome(each.getKey(), each.getValue())));
    }

    private boolean hasCome(CardKey card, Optional<MemberId> member) {
        return reference.index().memberOf(card).map(Member::id).equals(member);
    }

    @Override
    public List<Person> find(String letters) {
        var byName = NameOrder.of(Person::name);
        var index = reference.index();
        var fitting = index.roster().members().stream()
                .filter(member -> PinyinInitials.fit(member.name().full(), letters))
                .toList();
        var names = Namesakes.among(index, fitting.stream().map(Member::id).toList());
        return fitting.stream()
                .map(member -> new Person(member.id(), names.of(member.id()), index.nameOf(member.branch())))
                .sorted(byName.thenComparing(person -> person.id().value()))
                .toList();
    }

    private Person person(Member member) {
        return new Person(member.id(), member.name().full(), reference.index().nameOf(member.branch()));
    }

    @Override
    public Optional<Person> holder(CardKey card) {
        var here = Optional.ofNullable(recorded.get(card));
        return here.isPresent()
                ? here.get().flatMap(reference.index()::member).map(this::person)
                : reference.index().memberOf(card).map(this::person);
    }

    @Override
    public CompletableFuture<Bound> bind(CardKey card, Person member, String staff) {
        var holder = holder(card);
        if (holder.isPresent()) {
            return CompletableFuture.completedFuture(
                    holder.get().id().equals(member.id())
                            ? new Bound.IsTheirsAlready()
                            : new Bound.IsAnothers(holder.get()));
        }
        return ledger.append(new StaffFact.CardBound(card, member.id(), new Handling(staff, BOUND)))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<RecordedFact> _ -> {
                        recorded.put(card, Optional.of(member.id()));
                        yield new Bound.Done();
                    }
                    case Commit.NotSaved<RecordedFact> _ -> new Bound.NotSaved();
                });
    }

    @Override
    public CompletableFuture<Boolean> retire(CardKey card, Reason reason, String staff) {
        return ledger.append(new StaffFact.CardRetired(card, new Handling(staff, reason.name())))
                .thenApply(commit -> {
                    boolean done = commit instanceof Commit.Done;
                    if (done) {
                        recorded.put(card, Optional.empty());
                    }
                    return done;
                });
    }
}
