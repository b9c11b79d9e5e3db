package cn.dangqun.server.rules;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Sets the rules of an organisation from a day on and tells the kiosks; what held before that day stays. Blocks.
record RulesDesk(Database database, ReferenceLedger reference, ProfileLibrary library, Times times) {

    sealed interface Result {
        record Done() implements Result {}

        /// Before the newest, or on the day of one that holds by now
        record WouldRewrite() implements Result {}

        record AsItIs() implements Result {}

        /// Somebody at or below could not go by them; `who` is the first
        record DoNotFit(Organization who, List<Fault> faults) implements Result {
            public DoNotFit {
                faults = List.copyOf(faults);
            }
        }
    }

    Result set(OrganizationRules wanted, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new RulesStore(handle);
            var newest = store.of(wanted.organization()).stream().findFirst();
            boolean rewrites = newest.filter(each -> wanted.since().isBefore(each.since())
                            || (wanted.since().equals(each.since())
                                    && !each.since().isAfter(times.today())))
                    .isPresent();
            if (rewrites) {
                return new Result.WouldRewrite();
            }
            if (newest.filter(wanted::isAs).isPresent()) {
                return new Result.AsItIs();
            }
            var misfit = misfit(handle, wanted);
            if (misfit.isEmpty()) {
                store.put(wanted);
                reference.publish(handle, changes, List.of(new ReferenceItem.RulesItem(wanted.set())));
                actor.note(
                        handle,
                        times.now(),
                        Action.ORGANIZATION_RULED,
                        wanted.organization().value());
                return new Result.Done();
            }
            return misfit.getFirst();
        });
    }

    /// Looked at on its day, and on each later day on which somebody's rules change.
    private List<Result> misfit(Handle handle, OrganizationRules wanted) {
        var known = new Entries(handle);
        var all = new ArrayList<>(new RulesStore(handle).all());
        all.removeIf(each -> each.organization().equals(wanted.organization())
                && each.since().equals(wanted.since()));
        all.add(wanted);
        var days = new TreeSet<LocalDate>();
        all.forEach(each -> days.add(each.since()));
        for (var day : days.tailSet(wanted.since())) {
            var book = new RuleBook(library, known.tree(), List.of(), all, day);
            for (var each : book.tree().all()) {
                boolean speaks = book.own(each.id()).isPresent();
                if (speaks && book.profile(each.id()) instanceof ProfileReading.Refused(var faults)) {
                    return List.of(new Result.DoNotFit(each, faults));
                }
            }
        }
        return List.of();
    }
}
