package cn.dangqun.server.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The proxies of the street's settings. What they say of a browser is believed, what anybody else says of himself is
/// not: an address in the audit is what the street's own machines saw.
final class Proxies {
    private static final int LONGEST = 1024;

    private final Set<String> addresses;
    private final boolean tls;

    /// `tls`: whether the console itself encrypts.
    Proxies(Collection<InetAddress> addresses, boolean tls) {
        this.addresses = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.toUnmodifiableSet());
        this.tls = tls;
    }

    Caller of(HttpServerRequest request) {
        var peer = request.remoteAddress().hostAddress();
        if (!addresses.contains(peer)) {
            return new Caller(peer, tls, Optional.empty());
        }
        return new Caller(
                browser(header(request, "X-Forwarded-For")).orElse(peer),
                tls || header(request, "X-Forwarded-Proto").equalsIgnoreCase("https"),
                Optional.of(header(request, "X-Forwarded-Host")).filter(host -> !host.isBlank()));
    }

    private static String header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> value.length() <= LONGEST)
                .orElse("");
    }

    /// The last one that is no proxy of ours: what stands before it is what the browser itself claimed.
    private Optional<String> browser(String forwarded) {
        for (var each : List.of(forwarded.split(",", -1)).reversed()) {
            var address = address(each.strip());
            if (address.isEmpty() || !addresses.contains(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> address(String written) {
        try {
            return Optional.of(InetAddress.ofLiteral(written).getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
