package cn.dangqun.domain.credential;

import java.util.Locale;

/// Turns what a card says of itself into a [CardKey] and keeps nothing (F-91). Implementations are safe for use from
/// several threads; they may take long over a resident number, so that guessing one does too.
public interface CardKeyer {
    CardKey ofUid(byte[] uid);

    CardKey ofChipSerial(byte[] serial);

    /// `number`: as printed on the card; white space and letter case do not matter.
    CardKey ofResidentNumber(String number);

    /// A resident number as it is keyed.
    static String plain(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }
}
