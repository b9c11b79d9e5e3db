package cn.dangqun.kiosk.window;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a request reaches its page. In this order: it names this kiosk, there is such a page, a form comes from a
/// page of ours, somebody is signed in, and a deed has the token of their page. `address`: what the certificate names.
record Admission(String address, List<Route> routes, Sessions sessions) {
    static final String TOKEN_HEADER = "X-Form-Token";

    private static final String COOKIE = "__Host-window";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int MISDIRECTED = 421;

    Admission {
        routes = List.copyOf(routes);
    }

    sealed interface Verdict {
        record Admitted(Route route, Call call) implements Verdict {}

        record Refused(Answer answer) implements Verdict {}
    }

    static String cookie(String token) {
        return COOKIE + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict"
                + (token.isEmpty() ? "; Max-Age=0" : "");
    }

    Verdict of(ChannelHandlerContext context, FullHttpRequest request) {
        var host = request.headers().get(HttpHeaderNames.HOST, "");
        if (!request.decoderResult().isSuccess() || !isOurs(host)) {
            return refused(MISDIRECTED);
        }
        var path = new QueryStringDecoder(request.uri()).path();
        var route = routes.stream()
                .filter(each -> each.path().equals(path)
                        && each.method().equals(request.method().name()))
                .findFirst();
        return route.map(found -> of(found, from(context), request, host)).orElseGet(() -> refused(NOT_FOUND));
    }

    /// A name that somebody else's name server points here is none of ours.
    private boolean isOurs(String host) {
        return host.replaceAll(":[0-9]{1,5}$", "").equalsIgnoreCase(address);
    }

    private static InetAddress from(ChannelHandlerContext context) {
        return ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
    }

    private Verdict of(Route route, InetAddress from, FullHttpRequest request, String host) {
        var headers = request.headers();
        if (route.access().isForm() && !("https://" + host).equals(headers.get(HttpHeaderNames.ORIGIN, ""))) {
            return refused(FORBIDDEN);
        }
        if (!route.access().asksForSession()) {
            return new Verdict.Admitted(route, new Call(from, form(request), Optional.empty()));
        }
        var session = token(headers.get(HttpHeaderNames.COOKIE, "")).flatMap(token -> sessions.find(token, from));
        if (session.isEmpty()) {
            return route.isPage()
                    ? new Verdict.Refused(new Answer.SeeOther("/login", Optional.of("")))
                    : refused(UNAUTHORIZED);
        }
        if (route.access().isForm() && !isEqual(session.get().formToken(), headers.get(TOKEN_HEADER, ""))) {
            return refused(FORBIDDEN);
        }
        return new Verdict.Admitted(route, new Call(from, form(request), session));
    }

    private static Verdict refused(int status) {
        return new Verdict.Refused(new Answer.Bare(status));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> token(String cookies) {
        return ServerCookieDecoder.STRICT.decode(cookies).stream()
                .filter(each -> each.name().equals(COOKIE))
                .map(Cookie::value)
                .findFirst();
    }

    /// What a form sent, or what a page was asked for.
    private static Map<String, String> form(FullHttpRequest request) {
        var fields = request.method().equals(HttpMethod.GET)
                ? new QueryStringDecoder(request.uri()).parameters()
                : new QueryStringDecoder(
                                request.content().toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false)
                        .parameters();
        var form = new HashMap<String, String>();
        fields.forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }
}
