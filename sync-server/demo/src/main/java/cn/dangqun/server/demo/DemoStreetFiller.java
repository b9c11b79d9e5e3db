package cn.dangqun.server.demo;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.Demonstration;
import cn.dangqun.server.accounts.DemoAccounts;
import cn.dangqun.server.accounts.FirstAccounts;
import cn.dangqun.server.contact.DemoContacts;
import cn.dangqun.server.fees.DemoFees;
import cn.dangqun.server.reading.DemoTokens;
import cn.dangqun.server.services.DemoAppointments;
import cn.dangqun.server.wall.DemoWalls;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Publishes the made-up street as its offices would have.
public final class DemoStreetFiller implements Demonstration {
    @Override
    public void fill(EmptyStreet street) {
        var demo = new DemoStreet();
        var items = demo.items(street.now(), street.zone(), street.keyer());
        street.reference()
                .publish(items.stream()
                        .filter(item -> !(item instanceof ReferenceItem.Staff))
                        .toList());
        demo.staff().forEach((community, staff) -> {
            street.reference().publishStaff(staff, community);
            enter(street, staff, community);
        });
        var today = LocalDate.ofInstant(street.now(), street.zone());
        new DemoWalls(street.database(), street.reference(), street.zone()).hang(demo.wall(today), today);
        studies(street, items, today);
        new DemoContacts(street.database(), street.ledger())
                .enter(DemoStreet.FIRST_COMMUNITY, DemoStreet.FIRST_BRANCH, today);
        new DemoAppointments(street.database(), street.reference())
                .enter(DemoStreet.FIRST_SITE, new ServiceId("party-advice"), today);
        new DemoTokens(street.database(), street.now()).give(today);
        new DemoFees(street.database(), street.ledger(), street.now())
                .enter(
                        members(items).stream()
                                .filter(each -> each.branch().value().startsWith(DemoStreet.FIRST_COMMUNITY + "-"))
                                .toList(),
                        YearMonth.from(today));
    }

    private static List<Member> members(List<ReferenceItem> items) {
        return items.stream()
                .filter(ReferenceItem.MemberItem.class::isInstance)
                .map(each -> ((ReferenceItem.MemberItem) each).member())
                .toList();
    }

    /// Of the community whose kiosk runs; of what is planned there hours are fixed too.
    /// As the page of the staff would have: to which community they belong.
    private static void enter(EmptyStreet street, List<ReferenceItem.Staff> staff, OrganizationId community) {
        street.database().write((handle, changes) -> {
            staff.forEach(each -> handle.execute(
                    "INSERT INTO staff_detail (street, id, organization, role) VALUES (1, ?, ?, ?)",
                    each.id(),
                    community.value(),
                    each.role().name()));
            return staff;
        });
    }

    private static void studies(EmptyStreet street, List<ReferenceItem> items, LocalDate today) {
        var studies = new DemoStudies(street, today);
        for (var item : items) {
            if (item instanceof ReferenceItem.OrganizationItem(var organization)
                    && organization
                            .parent()
                            .filter(DemoStreet.FIRST_COMMUNITY::equals)
                            .isPresent()) {
                studies.hold(
                        organization.id(),
                        members(items).stream()
                                .filter(each -> each.isOnRoll() && each.branch().equals(organization.id()))
                                .map(Member::id)
                                .toList());
            }
        }
        street.database().write((handle, changes) -> {
            items.stream()
                    .filter(ReferenceItem.ActivityItem.class::isInstance)
                    .map(each -> ((ReferenceItem.ActivityItem) each).activity())
                    .filter(each -> each.type() == ActivityType.THEME_DAY || each.type() == ActivityType.PARTY_LECTURE)
                    .forEach(each -> DemoStudies.fix(handle, each.id(), 2));
            return today;
        });
    }

    @Override
    public List<Login> logins(FirstAccounts accounts) {
        return DemoAccounts.ensure(accounts);
    }
}
