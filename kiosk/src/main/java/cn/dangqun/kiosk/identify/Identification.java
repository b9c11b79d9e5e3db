package cn.dangqun.kiosk.identify;

import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.code.MemberCodeVerdict;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.time.LocalDate;

/// Resolves credentials against the local roster, without a network (F-01, F-03).
public final class Identification {
    private Identification() {}

    /// `today`: the local date, by which codes expire.
    public static Identity of(Credential credential, ReferenceIndex reference, LocalDate today) {
        return switch (credential) {
            case Credential.Card card ->
                reference
                        .memberOf(card.key())
                        .<Identity>map(member -> new Identity.Known(member, method(card.kind())))
                        .orElseGet(() -> new Identity.UnknownCard(card.key()));
            case Credential.Code code -> judge(code, reference, today);
        };
    }

    private static Identity judge(Credential.Code code, ReferenceIndex reference, LocalDate today) {
        return switch (reference.codes().verify(code.text(), today)) {
            case MemberCodeVerdict.Refused(var fault) -> new Identity.Refused(fault);
            case MemberCodeVerdict.Genuine genuine ->
                reference
                        .member(genuine.member())
                        .<Identity>map(member -> new Identity.Known(member, CheckInMethod.QR))
                        .orElseGet(() -> new Identity.UnknownMember(genuine.member()));
        };
    }

    private static CheckInMethod method(CardKind kind) {
        return switch (kind) {
            case RESIDENT_NUMBER, RESIDENT_CHIP -> CheckInMethod.ID_CARD;
            case CONTACTLESS_UID -> CheckInMethod.CARD;
        };
    }
}
