package cn.dangqun.acceptance.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person's data looks like when it is printed by accident, in a log line or an exception.
class MaskedTypesTest {
    private static final String NAME = "样例甲乙";
    private static final String SECRET_TEXT = "DQ1:SECRETTEXT";
    private static final CardKey CARD = new CardKey("5c".repeat(32));

    static Stream<Object> whatHoldsPersonalData() {
        var member = new Member(
                new MemberId("M-0001"),
                new PersonName(NAME),
                MemberStatus.FULL,
                RelationKind.HOME,
                new OrganizationId("b1"),
                Optional.empty());
        return Stream.of(
                new PersonName(NAME),
                member,
                new ReferenceItem.MemberItem(member),
                new ReferenceItem.CardBinding(CARD, member.id()),
                new ReferenceItem.Staff("staff-1", NAME, "$argon2id$" + SECRET_TEXT, ""),
                new Credential.Card(CARD, CardKind.CONTACTLESS_UID),
                new Credential.Code(SECRET_TEXT),
                new AttendanceFact.GuestCheckedIn(new ActivityId("a1"), GuestKind.RESIDENT, Optional.of(CARD)));
    }

    @ParameterizedTest
    @MethodSource("whatHoldsPersonalData")
    void printsNeitherNameNorCardNorCode(Object value) {
        var printed = value.toString();

        assertFalse(printed.contains(NAME), printed);
        assertFalse(printed.contains(CARD.hex()), printed);
        assertFalse(printed.contains(SECRET_TEXT), printed);
    }

    /// Types that hold what the law protects, wherever they are, mask themselves.
    @Test
    void everyTypeOfPersonalDataSaysItsOwnMaskedWords() {
        var protectedNames = Set.of("PersonName", "IdNumber", "Phone", "CardKey");
        var missing = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.dangqun").stream()
                        .filter(each -> protectedNames.contains(each.getSimpleName()))
                        .filter(each -> each.tryGetMethod("toString").isEmpty())
                        .map(each -> each.getName())
                        .toList();

        assertTrue(missing.isEmpty(), () -> "these print themselves in full: " + missing);
    }

    @Test
    void showsNoDigitOfAnIdentityNumber() throws Exception {
        var number = "000000190001010000";
        // the adapter keeps the type to itself, so it is made by its name
        var maker =
                Class.forName("cn.dangqun.devices.drivers.resident.IdNumber").getDeclaredConstructor(String.class);
        maker.setAccessible(true);

        var printed = maker.newInstance(number).toString();

        assertFalse(printed.contains(number.substring(0, 6)), printed);
        assertFalse(printed.contains(number.substring(6, 14)), printed);
    }
}
