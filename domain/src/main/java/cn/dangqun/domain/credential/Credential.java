package cn.dangqun.domain.credential;

/// What a device hands to the kiosk: never an identity number, never a photo (F-91).
public sealed interface Credential {
    record Card(CardKey key, CardKind kind) implements Credential {}

    /// Text of a scanned code, at most [MAX_LENGTH] characters, not yet trusted.
    record Code(String text) implements Credential {
        public static final int MAX_LENGTH = 512;

        public Code {
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a code has at most " + MAX_LENGTH + " characters");
            }
        }

        @Override
        public String toString() {
            return "Code[" + text.length() + " characters]";
        }
    }
}
