package cn.dangqun.kiosk.staff;

import cn.dangqun.store.SecretVerifier;
import java.security.SecureRandom;

/// Makes verifiers as the street does, cheap enough for tests.
public final class PinVerifiers {
    private static final SecretVerifier.Cost CHEAP = new SecretVerifier.Cost(256, 1);

    private PinVerifiers() {}

    public static String of(String pin) {
        return SecretVerifier.encode(pin, CHEAP, new SecureRandom());
    }
}
