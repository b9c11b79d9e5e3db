package cn.dangqun.domain.credential.code;

import cn.dangqun.domain.attendance.CodeFault;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Verifies scanned texts against the street's public keys, without a network (F-03). Immutable; make a new one when
/// keys change. Safe for use from several threads.
public final class MemberCodeVerifier {
    private final Map<StreetKeyId, StreetKey> keys;
    private final Predicate<CardSerial> revoked;

    /// `revoked`: asked on every verification, so that it may look into a list that grows.
    public MemberCodeVerifier(Collection<StreetKey> keys, Predicate<CardSerial> revoked) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(StreetKey::id, Function.identity()));
        this.revoked = revoked;
    }

    /// Judges any text whatever and never throws. `today`: the local date. A code issued after today is accepted, for
    /// a kiosk's clock is wrong more often than the street's.
    public MemberCodeVerdict verify(String text, LocalDate today) {
        return SignedText.parse(text)
                .map(signed -> judge(signed, today))
                .orElseGet(() -> new MemberCodeVerdict.Refused(CodeFault.UNREADABLE));
    }

    private MemberCodeVerdict judge(SignedText signed, LocalDate today) {
        var key = keys.get(signed.keyId());
        if (key == null) {
            return new MemberCodeVerdict.Refused(CodeFault.UNKNOWN_KEY);
        }
        if (!signed.isSignedBy(key)) {
            return new MemberCodeVerdict.Refused(CodeFault.FORGED);
        }
        var code = signed.code();
        if (revoked.test(code.serial())) {
            return new MemberCodeVerdict.Refused(CodeFault.REVOKED);
        }
        if (code.isExpiredOn(today) || key.isRetiredOn(today)) {
            return new MemberCodeVerdict.Refused(CodeFault.EXPIRED);
        }
        return new MemberCodeVerdict.Genuine(code.member(), code.serial());
    }
}
