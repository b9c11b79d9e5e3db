package cn.dangqun.domain.member;

import java.util.regex.Pattern;

/// The street's own identifier of a person; never an identity number. At most 32 characters of `[A-Z0-9-]`.
public record MemberId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,32}");

    public MemberId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("member id must be 1 to 32 of A-Z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
