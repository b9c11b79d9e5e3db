package cn.dangqun.server.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the event loop reads from a request before a virtual thread thinks about it.
record RawVisit(
        String path,
        Map<String, String> params,
        Map<String, String> query,
        Map<String, String> form,
        Optional<Upload> upload,
        Caller caller,
        Optional<String> sessionToken,
        Optional<String> browser,
        String anonymousFormToken,
        boolean fromScript,
        boolean sameOrigin,
        boolean asksForHead,
        boolean malformed) {
    /// No id of the street is longer.
    private static final int LONGEST_ID = 64;

    /// Draws the token of anonymous forms, and sets its cookie, when the browser has none yet.
    static RawVisit read(RoutingContext context, Proxies proxies, FormTokens formTokens) {
        var request = context.request();
        var caller = proxies.of(request);
        var cookies = new Cookies(caller.encrypted());
        var query = query(context);
        var formToken = cookies.formToken(context).orElseGet(() -> {
            var drawn = formTokens.draw();
            cookies.setFormToken(context.response(), drawn);
            return drawn;
        });
        return new RawVisit(
                request.path(),
                context.pathParams(),
                query.orElse(Map.of()),
                request.isExpectMultipart() && !context.failed() ? form(request) : Map.of(),
                upload(context),
                caller,
                cookies.session(context),
                cookies.browser(context),
                formToken,
                request.headers().contains("HX-Request"),
                isSameOrigin(request, caller),
                request.method().equals(HttpMethod.HEAD),
                query.isEmpty());
    }

    /// Of another system: no cookie is read or set, no form is looked at.
    static RawVisit withoutCookies(RoutingContext context, Proxies proxies) {
        var request = context.request();
        var query = query(context);
        return new RawVisit(
                request.path(),
                context.pathParams(),
                query.orElse(Map.of()),
                Map.of(),
                Optional.empty(),
                proxies.of(request),
                Optional.empty(),
                Optional.empty(),
                "",
                true,
                false,
                request.method().equals(HttpMethod.HEAD),
                query.isEmpty());
    }

    /// A browser ends lines by two bytes, so that a field with half of one at its end was cut there on its way: netty
    /// then takes the first byte for the field's (netty/netty#17383).
    private static Map<String, String> form(HttpServerRequest request) {
        var fields = flat(request.formAttributes());
        fields.replaceAll((name, value) -> value.endsWith("\r") ? value.substring(0, value.length() - 1) : value);
        return fields;
    }

    /// Empty when it cannot be read, as with `?x=%`.
    private static Optional<Map<String, String>> query(RoutingContext context) {
        try {
            return Optional.of(flat(context.queryParams()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// Why no page needs to look at it.
    Optional<Trouble> fault() {
        if (malformed) {
            return Optional.of(Trouble.BAD_REQUEST);
        }
        return params.values().stream().allMatch(RawVisit::mayName) ? Optional.empty() : Optional.of(Trouble.NOT_FOUND);
    }

    private static boolean mayName(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID;
    }

    Visit visit(Gate gate, FormTokens formTokens) {
        var viewer = sessionToken.flatMap(gate::enter);
        var formToken = viewer.isPresent() ? formTokens.ofSession(sessionToken.orElseThrow()) : anonymousFormToken;
        return new Visit(path, params, query, form, upload, caller, viewer, sessionToken, browser, formToken);
    }

    /// When even the question who is asking failed.
    Visit anonymous() {
        return new Visit(
                path,
                params,
                query,
                form,
                upload,
                caller,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                anonymousFormToken);
    }

    /// The first that has anything in it.
    private static Optional<Upload> upload(RoutingContext context) {
        return context.fileUploads().stream()
                .filter(file -> file.size() > 0)
                .findFirst()
                .map(file -> new Upload(file.fileName(), Path.of(file.uploadedFileName())));
    }

    /// Browsers say where a form came from; a form of another site is refused whatever it carries. The newer of their
    /// two ways is right behind every proxy, the older one compares names.
    private static boolean isSameOrigin(HttpServerRequest request, Caller caller) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.getHeader("Origin");
        return origin == null || isAt(origin, caller.host().orElse(request.getHeader("Host")));
    }

    private static boolean isAt(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Map<String, String> flat(MultiMap values) {
        var out = new HashMap<String, String>();
        values.forEach(entry -> out.putIfAbsent(entry.getKey(), entry.getValue()));
        return out;
    }

    /// Without the session's secret and what was typed.
    @Override
    public String toString() {
        return path;
    }
}
