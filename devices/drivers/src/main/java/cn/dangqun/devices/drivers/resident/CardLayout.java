package cn.dangqun.devices.drivers.resident;

import java.util.Arrays;
import java.util.Optional;

/// Where the few fields we use lie in the 256-byte text block, in bytes, by the kind letter at byte 248 (PLATFORM
/// §2b). Names, addresses and issuers are not listed because they are not read.
enum CardLayout {
    /// 居民身份证
    RESIDENT(' ', 30, 36, 36),
    /// 港澳台居民居住证
    HONG_KONG_MACAO_TAIWAN('J', 30, 36, 36),
    /// 外国人永久居留身份证, 2017
    FOREIGN_PERMANENT('I', 120, 220, 30),
    /// 外国人永久居留身份证, 2023. Known from one source only: not confirmed with a card
    FOREIGN_PERMANENT_2023('Y', 30, 36, 36);

    static final int TEXT_LENGTH = 256;
    static final int KIND_AT = 248;
    static final int SEX_LENGTH = 2;
    static final int NUMBER_AT = 122;
    static final int VALID_FROM_AT = 188;
    static final int VALID_TO_AT = 204;
    static final int DATE_LENGTH = 16;

    private final char letter;
    private final int sexAt;
    private final int birthAt;
    private final int numberLength;

    CardLayout(char letter, int sexAt, int birthAt, int numberLength) {
        this.letter = letter;
        this.sexAt = sexAt;
        this.birthAt = birthAt;
        this.numberLength = numberLength;
    }

    /// Empty for a letter we do not know; never guess.
    static Optional<CardLayout> of(char letter) {
        char known = letter == 0 ? ' ' : letter;
        return Arrays.stream(values()).filter(layout -> layout.letter == known).findFirst();
    }

    int sexAt() {
        return sexAt;
    }

    int birthAt() {
        return birthAt;
    }

    int numberLength() {
        return numberLength;
    }
}
