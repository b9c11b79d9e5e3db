package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/// The fields of an ID card that say whose it is and whether it is still valid. `validTo` is empty for 长期 and for
/// anything that is no date.
record CardText(
        CardLayout layout,
        IdNumber number,
        String sex,
        String birth,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    /// Decodes the 256 bytes of UTF-16LE at `offset`.
    ///
    /// @throws DeviceException with CARD_UNSUPPORTED for an unknown kind of card
    static CardText parse(byte[] data, int offset) throws DeviceException {
        var letter = text(data, offset + CardLayout.KIND_AT, 2);
        var layout = CardLayout.of(letter.isEmpty() ? ' ' : letter.charAt(0))
                .orElseThrow(() -> new DeviceException(Kind.CARD_UNSUPPORTED, "unknown kind letter"));
        return new CardText(
                layout,
                new IdNumber(text(data, offset + CardLayout.NUMBER_AT, layout.numberLength())),
                text(data, offset + layout.sexAt(), CardLayout.SEX_LENGTH),
                text(data, offset + layout.birthAt(), CardLayout.DATE_LENGTH),
                IdNumber.date(text(data, offset + CardLayout.VALID_FROM_AT, CardLayout.DATE_LENGTH)),
                IdNumber.date(text(data, offset + CardLayout.VALID_TO_AT, CardLayout.DATE_LENGTH)));
    }

    private static String text(byte[] data, int at, int length) {
        return new String(data, at, length, StandardCharsets.UTF_16LE)
                .replace('\0', ' ')
                .strip();
    }

    /// Checks the card against itself, GB 11643 and the calendar.
    ///
    /// @throws DeviceException with CARD_INVALID or CARD_EXPIRED
    void check(LocalDate today) throws DeviceException {
        // a kiosk whose clock lost its battery lives in the past; a card cannot come from the future
        var now = validFrom.filter(from -> from.isAfter(today)).orElse(today);
        switch (layout) {
            case RESIDENT, HONG_KONG_MACAO_TAIWAN -> checkCitizenNumber(now);
            case FOREIGN_PERMANENT -> require(number.digits().matches("[A-Z]{3}[0-9]{12}"), "number");
            case FOREIGN_PERMANENT_2023 -> require(number.digits().matches("9[0-9]{16}[0-9X]"), "number");
        }
        if (validTo.isPresent() && validTo.get().isBefore(now)) {
            throw new DeviceException(Kind.CARD_EXPIRED, "past its validity period");
        }
    }

    private void checkCitizenNumber(LocalDate today) throws DeviceException {
        require(number.hasRightCheckCharacter(), "check character");
        var born = number.birth();
        require(born.isPresent() && !born.get().isAfter(today), "date in the number");
        require(IdNumber.date(birth).equals(born), "date of birth");
        require(sex.equals(number.isMale() ? "1" : "2"), "sex");
    }

    private static void require(boolean holds, String what) throws DeviceException {
        if (!holds) {
            throw new DeviceException(Kind.CARD_INVALID, what + " does not fit");
        }
    }

    @Override
    public String toString() {
        return "CardText[" + layout + "]";
    }
}
