package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The console's own style and script and the two libraries they need, held in memory under addresses that contain
/// their hash: browsers keep them for ever and still never see an old one. Immutable.
@OneProcess("Files of the program: the same in every process.")
public final class StaticFiles {
    private static final String WEBJARS = "META-INF/resources/webjars/";

    /// One file as served.
    public record StaticFile(String contentType, Buffer content) {}

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, StaticFile> files = new LinkedHashMap<>();

    StaticFiles() {
        add("console.css", "text/css; charset=utf-8", "console/console.css");
        add("cards.css", "text/css; charset=utf-8", "console/cards.css");
        add("console.js", "text/javascript; charset=utf-8", "console/console.js");
        add("review.js", "text/javascript; charset=utf-8", "console/review.js");
        add("icon.svg", "image/svg+xml", "console/icon.svg");
        add("htmx.js", "text/javascript; charset=utf-8", webjar("htmx.org", "dist/htmx.min.js"));
        add("sse.js", "text/javascript; charset=utf-8", webjar("htmx-ext-sse", "sse.js"));
    }

    /// The address of a file by its plain name.
    public String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no static file " + name));
    }

    Optional<StaticFile> at(String address) {
        return Optional.ofNullable(files.get(address));
    }

    private void add(String name, String contentType, String resource) {
        byte[] bytes = read(resource);
        var address = "/static/" + digest(bytes) + "/" + name;
        addresses.put(name, address);
        files.put(address, new StaticFile(contentType, Buffer.buffer(bytes)));
    }

    /// The version in a webjar's path is taken from the jar itself, so that the root pom stays the only place naming
    /// it.
    private static String webjar(String artifact, String file) {
        var pom = new Properties();
        try (var in = open("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            pom.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WEBJARS + artifact + "/" + pom.getProperty("version") + "/" + file;
    }

    private static byte[] read(String resource) {
        try (var in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        var in = StaticFiles.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program was built without " + resource);
        }
        return in;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
