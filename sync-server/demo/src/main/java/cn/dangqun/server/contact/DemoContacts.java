package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The demonstration's requests, visits and paired households: some answered, one handed over, one that waits
/// for papers, one overdue and brought before the street.
public final class DemoContacts {
    private static final Answerer SITE = Answerer.account("demo-site");
    private static final Answerer BRANCH = Answerer.account("demo-branch");
    private static final Answerer ON_DUTY = Answerer.staff("staff-1a");

    private final Database database;
    private final StreetLedger street;
    private int made;

    public DemoContacts(Database database, StreetLedger street) {
        this.database = database;
        this.street = street;
    }

    private record Entry(
            RequestKind kind,
            OrganizationId organization,
            int daysAgo,
            int due,
            Answerer by,
            String name,
            String words) {}

    public void enter(OrganizationId community, OrganizationId branch, LocalDate today) {
        database.write((handle, changes) -> {
            var lamp = file(
                    handle, changes, today, entry(RequestKind.OPINION, community, 9, 3, ON_DUTY, "", "样例：三号楼楼道灯不亮"));
            step(handle, changes, lamp, RequestStep.ESCALATED, SITE, "样例：需要协调物业");
            var card = file(
                    handle, changes, today, entry(RequestKind.AGENCY, community, 4, 10, SITE, "居民样例甲", "样例：代办老年人优待证"));
            step(handle, changes, card, RequestStep.WAITING_MATERIAL, SITE, "样例：请补一张照片");
            var lift = file(
                    handle,
                    changes,
                    today,
                    entry(RequestKind.RECEPTION, community, 2, 12, ON_DUTY, "居民样例乙", "样例：咨询加装电梯的程序"));
            hand(handle, changes, lift, SITE);
            var asked = file(
                    handle,
                    changes,
                    today,
                    entry(RequestKind.CONSULTING, community, 6, 6, SITE, "居民样例丙", "样例：怎样参加志愿服务队"));
            step(handle, changes, asked, RequestStep.DONE, SITE, "样例：已当面说明，并登记报名");
            street.append(handle, changes, new RequestFact.Rated(asked, 5));
            for (var name : List.of("居民样例丁", "居民样例戊")) {
                var visit = file(
                        handle,
                        changes,
                        today,
                        entry(RequestKind.VISIT, branch, 8, 0, BRANCH, name, "样例：入户走访，了解冬季取暖情况"));
                step(handle, changes, visit, RequestStep.DONE, BRANCH, "样例：无待办");
            }
            var fall = file(
                    handle, changes, today, entry(RequestKind.VISIT, branch, 3, 14, BRANCH, "居民样例己", "样例：独居，希望装扶手"));
            step(handle, changes, fall, RequestStep.IN_PROGRESS, BRANCH, "样例：已报社区");
            var households = new HouseholdStore(handle);
            pair(households, handle, "demo-1", branch, BRANCH, today.minusDays(200), "居民样例己");
            pair(households, handle, "demo-2", community, SITE, today.minusDays(120), "居民样例庚");
            pair(households, handle, "demo-3", community, ON_DUTY, today.minusDays(30), "居民样例辛");
            households.visited("demo-1", fall);
            return today;
        });
    }

    private void pair(
            HouseholdStore households,
            Handle handle,
            String id,
            OrganizationId organization,
            Answerer helper,
            LocalDate since,
            String name) {
        var note = new ResidentNote(name, "", "样例楼", "样例：独居老人");
        households.add(id, organization, helper, street.attach(handle, note.encode()), since);
    }

    private static Entry entry(
            RequestKind kind,
            OrganizationId organization,
            int daysAgo,
            int due,
            Answerer by,
            String name,
            String words) {
        return new Entry(kind, organization, daysAgo, due, by, name, words);
    }

    private String file(Handle handle, ChangeLog changes, LocalDate today, Entry entry) {
        var id = "%016x".formatted(0xde30_0000L + ++made);
        var day = today.minusDays(entry.daysAgo());
        var note = new ResidentNote(entry.name(), "", "", entry.words());
        street.append(
                handle,
                changes,
                new RequestFact.Filed(
                        id,
                        entry.kind(),
                        entry.organization(),
                        Optional.empty(),
                        Optional.empty(),
                        day,
                        Optional.of(day.plusDays(entry.due())).filter(_ -> entry.due() > 0),
                        entry.by(),
                        Optional.of(street.attach(handle, note.encode()))));
        return id;
    }

    private void step(Handle handle, ChangeLog changes, String id, RequestStep step, Answerer by, String words) {
        street.append(
                handle,
                changes,
                new RequestFact.Advanced(
                        id,
                        step,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                                street.attach(handle, ResidentNote.words(words).encode())),
                        by));
    }

    private void hand(Handle handle, ChangeLog changes, String id, Answerer to) {
        street.append(
                handle,
                changes,
                new RequestFact.Advanced(
                        id, RequestStep.TRANSFERRED, Optional.empty(), Optional.of(to), Optional.empty(), ON_DUTY));
    }
}
