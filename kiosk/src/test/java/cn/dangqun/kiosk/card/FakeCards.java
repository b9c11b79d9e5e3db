package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ui.PinyinInitials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A desk told by the test who is there; notes what it was asked.
public final class FakeCards implements CardDesk {
    public List<Person> people = List.of(
            person("王小明"), person("张样例"), person("李样例"), person("赵样例"), person("孙样例"), person("周样例"), person("吴样例"));
    public final Map<CardKey, Person> holders = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public boolean isKept = true;

    /// As at the start.
    public void reset() {
        people = new FakeCards().people;
        holders.clear();
        asked.clear();
        isKept = true;
    }

    public static Person person(String name) {
        return new Person(new MemberId("M-%08X".formatted(name.hashCode())), name, "样例社区第一党支部");
    }

    public static Credential.Card card(int number) {
        return new Credential.Card(new CardKey("%064x".formatted(number)), CardKind.CONTACTLESS_UID);
    }

    @Override
    public List<Person> find(String letters) {
        return people.stream()
                .filter(person -> PinyinInitials.fit(person.name(), letters))
                .toList();
    }

    @Override
    public Optional<Person> holder(CardKey card) {
        return Optional.ofNullable(holders.get(card));
    }

    @Override
    public CompletableFuture<Bound> bind(CardKey card, Person member, String staff) {
        asked.add(staff + " binds to " + member.name());
        var holder = holder(card);
        if (!isKept) {
            return CompletableFuture.completedFuture(new Bound.NotSaved());
        }
        return CompletableFuture.completedFuture(holder.<Bound>map(
                        each -> each.equals(member) ? new Bound.IsTheirsAlready() : new Bound.IsAnothers(each))
                .orElseGet(Bound.Done::new));
    }

    @Override
    public CompletableFuture<Boolean> retire(CardKey card, Reason reason, String staff) {
        asked.add(staff + " retires, " + reason);
        return CompletableFuture.completedFuture(isKept);
    }
}
