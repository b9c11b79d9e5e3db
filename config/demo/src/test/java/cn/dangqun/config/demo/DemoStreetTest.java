package cn.dangqun.config.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCodeVerdict;
import cn.dangqun.domain.credential.code.MemberCodeVerifier;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStreetTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");
    private final DemoStreet street = new DemoStreet();

    @Test
    void hasOneStreetFourCommunitiesTwelveBranches() {
        var levels = items(MORNING).stream()
                .filter(ReferenceItem.OrganizationItem.class::isInstance)
                .map(each ->
                        ((ReferenceItem.OrganizationItem) each).organization().level())
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()));

        assertEquals(1, levels.get(OrganizationLevel.STREET_COMMITTEE));
        assertEquals(4, levels.get(OrganizationLevel.COMMITTEE));
        assertEquals(12, levels.get(OrganizationLevel.BRANCH));
        assertEquals(24, levels.get(OrganizationLevel.GROUP));
    }

    @Test
    void givesFourHundredPeopleFourHundredNamesOfTwoToFourCharacters() {
        var names = members().map(each -> each.name().full()).toList();

        assertEquals(400, names.size());
        assertEquals(400, new HashSet<>(names).size());
        var ordinary = names.stream().filter(each -> !each.contains("·")).toList();
        assertTrue(
                ordinary.stream()
                        .allMatch(each -> each.codePointCount(0, each.length()) >= 2
                                && each.codePointCount(0, each.length()) <= 4),
                ordinary::toString);
        assertTrue(names.size() > ordinary.size(), "some names with ·");
        assertTrue(names.stream().anyMatch(each -> each.contains("䶮")), "a rare character");
        assertTrue(names.stream().anyMatch(each -> each.contains("㛃")), "a rare character");
    }

    @Test
    void givesEveryBranchACommitteeOfFive() {
        var seats = items(MORNING).stream()
                .filter(ReferenceItem.CommitteeSeatItem.class::isInstance)
                .map(each -> ((ReferenceItem.CommitteeSeatItem) each).seat().organization())
                .collect(Collectors.groupingBy(organization -> organization, Collectors.counting()));

        assertEquals(12, seats.size());
        assertTrue(seats.values().stream().allMatch(count -> count == 5), seats::toString);
    }

    @Test
    void isTheSameStreetEveryTime() {
        assertEquals(
                items(MORNING).toString(),
                new DemoStreet().items(MORNING, CHINA, keyer()).toString());
    }

    @Test
    void namesEveryItemOnce() {
        var seen = new HashSet<String>();
        for (var each : items(MORNING)) {
            assertTrue(seen.add(each.kind() + "/" + each.id()), () -> "twice: " + each.kind() + " " + each.id());
        }
        assertTrue(items(MORNING).stream().anyMatch(each -> each.kind() == ReferenceKind.STAFF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T16:00:00Z",
                "2026-11-23T01:00:00Z",
                "2026-11-10T01:00:00Z",
                "2026-11-23T14:50:00Z",
                "2026-11-23T15:55:00Z"
            })
    void hasSomethingOpenTodayAtAnyHour(String now) {
        var instant = Instant.parse(now);
        var today = LocalDate.ofInstant(instant, CHINA);

        var open = activities(instant)
                .filter(each -> each.heldOn().equals(today) && each.window().isOpenAt(instant))
                .toList();

        assertTrue(open.size() >= 5, open::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T16:00:00Z", "2026-11-23T01:00:00Z", "2026-11-23T10:07:00Z", "2026-11-23T15:55:00Z"})
    void usesNoRoomTwiceAtATimeAndNoMeetingIsAMoment(String now) {
        var all = activities(Instant.parse(now)).toList();

        for (var one : all) {
            assertTrue(Duration.between(one.starts(), one.ends()).toMinutes() >= 90, one::toString);
            for (var other : all) {
                boolean meet =
                        one.starts().isBefore(other.ends()) && other.starts().isBefore(one.ends());
                assertTrue(one.equals(other) || !meet || !one.place().equals(other.place()), () -> one + " " + other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T16:00:00Z", "2026-11-23T01:00:00Z", "2026-11-23T15:55:00Z"})
    void hasAMeetingOfMembersThatIsOpen(String now) {
        var instant = Instant.parse(now);

        assertTrue(activities(instant)
                .anyMatch(each -> each.type() == ActivityType.MEMBER_MEETING
                        && each.window().isOpenAt(instant)));
    }

    @Test
    void showsEveryKindOfCode() {
        var keys = items(MORNING).stream()
                .filter(ReferenceItem.StreetKey.class::isInstance)
                .map(each -> StreetKey.of(((ReferenceItem.StreetKey) each).publicKey()))
                .toList();
        var revoked = items(MORNING).stream()
                .filter(ReferenceItem.RevokedCode.class::isInstance)
                .map(each -> new CardSerial(Math.toIntExact(((ReferenceItem.RevokedCode) each).serial())))
                .collect(Collectors.toSet());
        var verifier = new MemberCodeVerifier(keys, revoked::contains);

        var faults = street.people().stream()
                .map(DemoPerson::shows)
                .filter(DemoPerson.Shows.CodeText.class::isInstance)
                .map(each -> verifier.verify(((DemoPerson.Shows.CodeText) each).text(), LocalDate.of(2026, 11, 23)))
                .filter(MemberCodeVerdict.Refused.class::isInstance)
                .map(each -> ((MemberCodeVerdict.Refused) each).fault())
                .collect(Collectors.toSet());

        assertEquals(Set.of(CodeFault.values()), faults);
    }

    private Stream<Member> members() {
        return items(MORNING).stream()
                .filter(ReferenceItem.MemberItem.class::isInstance)
                .map(each -> ((ReferenceItem.MemberItem) each).member());
    }

    private Stream<Activity> activities(Instant now) {
        return items(now).stream()
                .filter(ReferenceItem.ActivityItem.class::isInstance)
                .map(each -> ((ReferenceItem.ActivityItem) each).activity());
    }

    private List<ReferenceItem> items(Instant now) {
        return street.items(now, CHINA, keyer());
    }

    private static CardKeyer keyer() {
        return new MacCardKeyer(new byte[32]);
    }
}
