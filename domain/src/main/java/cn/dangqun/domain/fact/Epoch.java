package cn.dangqun.domain.fact;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Drawn when a kiosk's ledger file is created, 32 hex digits: two ledgers of one kiosk never share sequence numbers.
public record Epoch(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public Epoch {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("an epoch has 32 hex digits");
        }
    }

    public static Epoch draw(SecureRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return new Epoch(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex.substring(0, 8);
    }
}
