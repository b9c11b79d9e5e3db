package cn.dangqun.kiosk.window;

import java.util.List;

/// Whether browsers of the centre find this kiosk.
sealed interface WindowState {
    /// The street has named no address.
    record NoAddress() implements WindowState {}

    /// The address has no certificate yet: nothing listens.
    record NoCertificate(String address) implements WindowState {}

    /// Its certificate has ended: nothing listens.
    record Expired(String address) implements WindowState {}

    /// The port cannot be used: nothing listens.
    record PortTaken(int port) implements WindowState {}

    /// Served; but the address leads elsewhere. `own`: those of this machine.
    record Elsewhere(String address, List<String> own) implements WindowState {
        public Elsewhere {
            own = List.copyOf(own);
        }
    }

    /// Served, to be typed into a browser.
    record Served(String windows, String display) implements WindowState {}
}
