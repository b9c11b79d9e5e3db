package cn.dangqun.server.web;

import io.vertx.core.http.HttpServerResponse;

/// What every answer of the console tells the browser not to do (DESIGN §7). Nothing inline, nothing from elsewhere,
/// never inside another page.
final class SecurityHeaders {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    static void put(HttpServerResponse response, boolean encrypted) {
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .putHeader("Cache-Control", "no-store");
        if (encrypted) {
            response.putHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
