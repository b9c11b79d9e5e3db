package cn.dangqun.server.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The street's console as an HTTP server. Its event loops never block: pages are answered on virtual threads.
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_LINE = 4 * 1024;
    /// A branch may have hundreds of members, each with a box to tick
    private static final int MOST_FIELDS = 1024;

    /// Half an escape: the router's own answer to it would have no words.
    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private static final int IDLE_SECONDS = 60;
    private static final int MOST_STRANGERS = 512;

    private final ConsoleSettings settings;
    private final Guard guard;
    private final Views views;
    private final Headline headline;
    private final List<Routes> features;
    private List<Route> routes = List.of();
    private final Vertx vertx;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LiveStreams streams;
    /// By no address: all may come through one proxy
    private final Strangers<HttpConnection> strangers = new Strangers<>(MOST_STRANGERS, MOST_STRANGERS);

    public Console(
            ConsoleSettings settings,
            Guard guard,
            Views views,
            Headline headline,
            Broadcast broadcast,
            List<Routes> features) {
        this.settings = settings;
        this.guard = guard;
        this.views = views;
        this.headline = headline;
        this.features = List.copyOf(features);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.streams = new LiveStreams(vertx, threads, broadcast, views.texts());
    }

    /// Listens. Returns the address actually bound.
    ///
    /// @throws IllegalStateException if the address is taken or the certificate cannot be read
    public InetSocketAddress start() {
        var server =
                vertx.createHttpServer(options()).connectionHandler(this::meet).requestHandler(router());
        HttpServer listening;
        try {
            listening = server.listen(settings.port(), settings.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("console cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
        var address = new InetSocketAddress(settings.host(), listening.actualPort());
        LOG.info("console listens on {}, tls {}", address, settings.tls().isPresent());
        return address;
    }

    private void meet(HttpConnection connection) {
        connection.closeHandler(closed -> strangers.leave("", connection));
        strangers.enter("", connection).ifPresent(HttpConnection::close);
    }

    /// All that hangs in this console, once it has started.
    List<Route> routes() {
        return routes;
    }

    private HttpServerOptions options() {
        var options = new HttpServerOptions()
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxFormAttributeSize(LONGEST_BODY)
                .setMaxFormFields(MOST_FIELDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false);
        settings.tls().ifPresent(tls -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(key(tls)));
        return options;
    }

    private static PemKeyCertOptions key(ConsoleSettings.Tls tls) {
        return switch (tls) {
            case ConsoleSettings.Tls.Files(var certificate, var key) ->
                new PemKeyCertOptions().addCertPath(certificate.toString()).addKeyPath(key.toString());
            case ConsoleSettings.Tls.Issued(var chain, var key) ->
                new PemKeyCertOptions().addCertValue(Buffer.buffer(chain)).addKeyValue(Buffer.buffer(key));
        };
    }

    private Router router() {
        boolean tls = settings.tls().isPresent();
        var files = new StaticFiles();
        var proxies = new Proxies(settings.proxies(), tls);
        var menu = new Menu();
        var answers = new Answers(views, files, headline, menu, settings);
        var router = Router.router(vertx);
        var around = new HttpEntrance.Surroundings(
                proxies, streams, views.texts(), menu, connection -> strangers.leave("", connection));
        var entrance = new HttpEntrance(router, threads, guard, answers, around);
        router.route().handler(context -> {
            SecurityHeaders.put(
                    context.response(), proxies.of(context.request()).encrypted());
            if (MALFORMED.matcher(context.request().uri()).find()) {
                entrance.refuse(context, Trouble.BAD_REQUEST);
            } else {
                context.next();
            }
        });
        router.get("/static/*").method(HttpMethod.HEAD).handler(context -> sendFile(context, files));
        // A failure needs a handler of its own: Vert.x answers at once when an error handler has not.
        router.route().handler(forms(entrance)).failureHandler(failed -> {
            LOG.warn("a request failed before its page, status {}", failed.statusCode());
            entrance.refuse(failed, Trouble.ofStatus(failed.statusCode()));
        });
        features.forEach(each -> each.mount(entrance));
        routes = entrance.routes();
        for (int status : new int[] {400, 404, 405}) {
            router.errorHandler(status, context -> entrance.refuse(context, Trouble.ofStatus(status)));
        }
        return router;
    }

    /// Reads the bodies of posted forms. Not a route of its own method: that would turn every unknown page into a 405.
    private static Handler<RoutingContext> forms(HttpEntrance entrance) {
        var body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
        return context -> {
            if (context.request().method().equals(HttpMethod.POST)
                    && !entrance.takesFile(context.request().path())) {
                body.handle(context);
            } else {
                context.next();
            }
        };
    }

    private static void sendFile(RoutingContext context, StaticFiles files) {
        files.at(context.request().path())
                .ifPresentOrElse(
                        file -> context.response()
                                .putHeader("Content-Type", file.contentType())
                                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                                .end(file.content()),
                        context::next);
    }

    /// Ends live views, answers what is under way, and stops listening.
    @Override
    public void close() {
        streams.close();
        threads.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
