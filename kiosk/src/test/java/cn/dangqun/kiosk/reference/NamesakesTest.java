package cn.dangqun.kiosk.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesakesTest {
    private static final OrganizationId BRANCH = MadeUpStreet.FIRST_BRANCH;
    private static final Optional<OrganizationId> GROUP = Optional.of(MadeUpStreet.GROUP);
    private static final Optional<OrganizationId> BRANCH_AS_GROUP = Optional.of(MadeUpStreet.SECOND_BRANCH);

    private static Member member(String id, String name, Optional<OrganizationId> group) {
        return new Member(new MemberId(id), new PersonName(name), MemberStatus.FULL, RelationKind.HOME, BRANCH, group);
    }

    private static List<String> called(Member... members) {
        var items = new ArrayList<ReferenceItem>(MadeUpStreet.items());
        Arrays.stream(members).map(ReferenceItem.MemberItem::new).forEach(items::add);
        var index = new ReferenceIndex(items);
        var names =
                Namesakes.among(index, Arrays.stream(members).map(Member::id).toList());
        return Arrays.stream(members).map(each -> names.of(each.id())).toList();
    }

    @Test
    void aNameThatStandsOnceStandsAlone() {
        assertEquals(List.of("样例甲", "样例乙"), called(member("M-11", "样例甲", GROUP), member("M-12", "样例乙", GROUP)));
    }

    @Test
    void namesakesOfDifferentGroupsAreToldApartByThem() {
        var index = new ReferenceIndex(MadeUpStreet.items());

        assertEquals(
                List.of("样例甲 " + index.nameOf(MadeUpStreet.GROUP), "样例甲 " + index.nameOf(MadeUpStreet.SECOND_BRANCH)),
                called(member("M-11", "样例甲", GROUP), member("M-12", "样例甲", BRANCH_AS_GROUP)));
    }

    @Test
    void namesakesOfOneGroupAreToldApartByTheEndOfTheirNumbers() {
        assertEquals(
                List.of("样例甲 0011", "样例甲 0012"),
                called(member("M-0011", "样例甲", GROUP), member("M-0012", "样例甲", GROUP)));
        assertEquals(
                List.of("样例甲 0011", "样例甲 0012"),
                called(member("M-0011", "样例甲", Optional.empty()), member("M-0012", "样例甲", GROUP)));
    }
}
