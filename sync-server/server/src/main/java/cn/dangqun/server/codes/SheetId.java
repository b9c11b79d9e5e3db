package cn.dangqun.server.codes;

import java.util.Optional;
import java.util.UUID;

/// Names a printed sheet. Drawn with the form that asks for it: the same form sent twice asks for the same sheet.
record SheetId(String value) {
    static SheetId draw() {
        return new SheetId(UUID.randomUUID().toString());
    }

    static Optional<SheetId> parse(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new SheetId(text))
                : Optional.empty();
    }
}
