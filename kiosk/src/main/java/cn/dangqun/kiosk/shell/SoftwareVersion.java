package cn.dangqun.kiosk.shell;

import java.util.Optional;

/// The version this kiosk runs, as the street sees it: that of the jar, or `unreleased` outside of one.
final class SoftwareVersion {
    private SoftwareVersion() {}

    static String current() {
        return Optional.ofNullable(SoftwareVersion.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}
