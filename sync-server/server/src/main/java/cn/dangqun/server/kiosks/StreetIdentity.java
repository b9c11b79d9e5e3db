package cn.dangqun.server.kiosks;

import java.util.Optional;

/// By what kiosks and browsers know the street. `fingerprint` is the CA certificate's SHA-256, which a kiosk
/// pins when it enrols; `authority` is that certificate as PEM; `console` was issued by it, where the settings
/// ask for one.
public record StreetIdentity(String fingerprint, String authority, Optional<ForConsole> console) {

    /// The console's chain and key as PEM. `fingerprint` is the SHA-256 of its own certificate.
    public record ForConsole(String chain, String key, String fingerprint) {
        @Override
        public String toString() {
            return "ForConsole[" + fingerprint + "]";
        }
    }
}
