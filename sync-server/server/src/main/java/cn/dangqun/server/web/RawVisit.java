package cn.dangqun.server.web;

import io.vertx.core.MultiMap;
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
        String remote,
        Optional<String> sessionToken,
        Optional<String> browser,
        String anonymousFormToken,
        boolean fromScript,
        boolean sameOrigin) {

    /// Draws the token of anonymous forms, and sets its cookie, when the browser has none yet.
    static RawVisit read(RoutingContext context, Cookies cookies, FormTokens formTokens) {
        var request = context.request();
        var formToken = cookies.formToken(context).orElseGet(() -> {
            var drawn = formTokens.draw();
            cookies.setFormToken(context.response(), drawn);
            return drawn;
        });
        return new RawVisit(
                request.path(),
                context.pathParams(),
                flat(context.queryParams()),
                request.isExpectMultipart() && !context.failed() ? flat(request.formAttributes()) : Map.of(),
                upload(context),
                request.remoteAddress().hostAddress(),
                cookies.session(context),
                cookies.browser(context),
                formToken,
                request.headers().contains("HX-Request"),
                isSameOrigin(request.getHeader("Origin"), request.getHeader("Host")));
    }

    Visit visit(Gate gate, FormTokens formTokens) {
        var viewer = sessionToken.flatMap(gate::enter);
        var formToken = viewer.isPresent() ? formTokens.ofSession(sessionToken.orElseThrow()) : anonymousFormToken;
        return new Visit(path, params, query, form, upload, remote, viewer, sessionToken, browser, formToken);
    }

    /// When even the question who is asking failed.
    Visit anonymous() {
        return new Visit(
                path,
                params,
                query,
                form,
                upload,
                remote,
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

    /// Browsers name the page a form came from; a form of another site is refused whatever it carries.
    private static boolean isSameOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
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
