package cn.dangqun.server.web;

import java.util.Map;
import java.util.Optional;

/// One request as a page sees it: already bounded in size, checked for forgery and, where needed, signed in.
///
/// @param params the variables of the path
/// @param caller who stands at the other end
/// @param sessionToken the secret of the session cookie; never printed
/// @param browser what the browser is known by; never printed
public record Visit(
        String path,
        Map<String, String> params,
        Map<String, String> query,
        Map<String, String> form,
        Optional<Upload> upload,
        Caller caller,
        Optional<Viewer> signedIn,
        Optional<String> sessionToken,
        Optional<String> browser,
        String formToken) {
    public Visit {
        params = Map.copyOf(params);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    /// @throws IllegalStateException on a page that is open to everybody
    public Viewer viewer() {
        return signedIn.orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /// The browser's address, for the audit only.
    public String remote() {
        return caller.remote();
    }

    /// The same request with other fields in its form.
    public Visit withForm(Map<String, String> other) {
        return new Visit(path, params, query, other, upload, caller, signedIn, sessionToken, browser, formToken);
    }

    /// The same request, by the person as the street knows them now.
    Visit by(Viewer viewer) {
        return new Visit(
                path, params, query, form, upload, caller, Optional.of(viewer), sessionToken, browser, formToken);
    }

    /// Whether unmasked names are asked for; the route's policy says that this page has them.
    public boolean fullNames() {
        return query("names").filter("full"::equals).isPresent();
    }

    /// @throws IllegalArgumentException if the route has no such variable
    public String param(String name) {
        return Optional.ofNullable(params.get(name))
                .orElseThrow(() -> new IllegalArgumentException("route has no variable " + name));
    }

    /// Empty when the value is missing or blank.
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    public String form(String name) {
        return form.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return path;
    }
}
