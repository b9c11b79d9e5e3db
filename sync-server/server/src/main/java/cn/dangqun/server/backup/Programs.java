package cn.dangqun.server.backup;

import java.util.Optional;

/// Which program made a backup.
final class Programs {
    private Programs() {}

    /// Classes that are in no archive have none.
    static String version() {
        return Optional.ofNullable(Programs.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
