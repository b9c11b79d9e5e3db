package cn.dangqun.server.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/// The console's cookies: the session's secret, what a browser is known by when its owner signs in again, and the
/// token of forms that are open to everybody. Of a browser that comes encrypted they carry the `__Host-` prefix, which
/// ties them to this very address.
final class Cookies {
    private static final int LONGEST_VALUE = 128;
    private static final Duration BROWSER_DAYS = Duration.ofDays(180);

    private final boolean encrypted;

    Cookies(boolean encrypted) {
        this.encrypted = encrypted;
    }

    Optional<String> session(RoutingContext context) {
        return read(context, name("session"));
    }

    Optional<String> formToken(RoutingContext context) {
        return read(context, name("form"));
    }

    Optional<String> browser(RoutingContext context) {
        return read(context, name("browser"));
    }

    void setBrowser(HttpServerResponse response, String token) {
        response.addCookie(strict(name("browser"), token).setMaxAge(BROWSER_DAYS.toSeconds()));
    }

    void setSession(HttpServerResponse response, String token) {
        response.addCookie(strict(name("session"), token));
    }

    void setFormToken(HttpServerResponse response, String token) {
        response.addCookie(strict(name("form"), token));
    }

    void dropSession(HttpServerResponse response) {
        response.addCookie(strict(name("session"), "").setMaxAge(0));
    }

    private Optional<String> read(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE);
    }

    private String name(String purpose) {
        return (encrypted ? "__Host-dangqun-" : "dangqun-") + purpose;
    }

    private Cookie strict(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(encrypted)
                .setSameSite(CookieSameSite.STRICT);
    }
}
