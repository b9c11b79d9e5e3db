package cn.dangqun.domain.queue;

/// The street's own identifier of a service; 1 to 32 of `[a-z0-9-]`.
public record ServiceId(String value) {
    public ServiceId {
        if (!value.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("service id must be 1 to 32 of a-z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
