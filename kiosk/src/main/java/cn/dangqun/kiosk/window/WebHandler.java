package cn.dangqun.kiosk.window;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of a browser: one request after another, each admitted by [Admission], answered by its route.
/// Whatever goes wrong ends this connection only.
final class WebHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger log = LoggerFactory.getLogger(WebHandler.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final int BROKEN = 500;

    private final Admission admission;
    private final Streams streams;
    private boolean live;

    WebHandler(Admission admission, Streams streams) {
        super(FullHttpRequest.class);
        this.admission = admission;
        this.streams = streams;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (live) {
            var _ = context.close();
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        switch (admission.of(context, request)) {
            case Admission.Verdict.Refused(var answer) -> send(context, answer, keepAlive);
            case Admission.Verdict.Admitted(var route, var call) -> {
                context.channel().config().setAutoRead(false);
                var _ = route.page()
                        .apply(call)
                        .whenCompleteAsync(
                                (answer, problem) -> {
                                    if (answer == null) {
                                        log.error("A page of the windows broke", problem);
                                    }
                                    send(context, answer == null ? new Answer.Bare(BROKEN) : answer, keepAlive);
                                    context.channel().config().setAutoRead(true);
                                },
                                context.executor());
            }
        }
    }

    private void send(ChannelHandlerContext context, Answer answer, boolean keepAlive) {
        switch (answer) {
            case Answer.Html(var status, var html) ->
                full(
                        context,
                        status,
                        "text/html; charset=utf-8",
                        html.getBytes(StandardCharsets.UTF_8),
                        keepAlive,
                        none -> {});
            case Answer.Asset(var type, var text) ->
                full(context, 200, type, text.getBytes(StandardCharsets.UTF_8), keepAlive, none -> {});
            case Answer.Bare(var status) -> full(context, status, "text/plain", new byte[0], keepAlive, none -> {});
            case Answer.SeeOther(var location, var cookie) ->
                full(context, 303, "text/plain", new byte[0], keepAlive, headers -> {
                    headers.set(HttpHeaderNames.LOCATION, location);
                    cookie.map(Admission::cookie).ifPresent(set -> headers.set(HttpHeaderNames.SET_COOKIE, set));
                });
            case Answer.Live(var view) -> live(context, view);
        }
    }

    private interface Further {
        void on(HttpHeaders headers);
    }

    private static void full(
            ChannelHandlerContext context, int status, String type, byte[] body, boolean keepAlive, Further further) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        secure(response.headers(), type);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        further.on(response.headers());
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static void secure(HttpHeaders headers, String type) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }

    private void live(ChannelHandlerContext context, View view) {
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        secure(response.headers(), "text/event-stream; charset=utf-8");
        response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        live = true;
        streams.open(context.channel(), view);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && !live) {
            var _ = context.close();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug(
                "A browser's connection ends: {}",
                Optional.ofNullable(cause.getMessage()).orElse(""));
        var _ = context.close();
    }
}
