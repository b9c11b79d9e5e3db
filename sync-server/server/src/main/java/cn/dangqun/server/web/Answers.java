package cn.dangqun.server.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a [Reply] into bytes. [#prepare] runs on a virtual thread, what it returns on the event loop.
final class Answers {
    private final Views views;
    private final StaticFiles files;
    private final Headline headline;
    private final Menu menu;
    private final ConsoleSettings settings;

    Answers(Views views, StaticFiles files, Headline headline, Menu menu, ConsoleSettings settings) {
        this.views = views;
        this.files = files;
        this.headline = headline;
        this.menu = menu;
        this.settings = settings;
    }

    /// Writes the answer; the last step of a request.
    interface Prepared {
        void send(HttpServerResponse response);
    }

    Prepared prepare(Visit visit, Reply reply) {
        var cookies = new Cookies(visit.caller().encrypted());
        return switch (reply) {
            case Reply.Page page -> html(page.status(), whole(visit, page));
            case Reply.SeeOther other -> response -> redirect(response, other.location());
            case Reply.Download file ->
                response -> response.putHeader("Content-Type", file.contentType())
                        .putHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                        .end(file.content());
            case Reply.Sheet file ->
                response -> response.putHeader("Content-Type", Reply.Sheet.TYPE)
                        .putHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                        .end(Buffer.buffer(file.content().toByteArray()));
            case Reply.Pages file ->
                response -> response.putHeader("Content-Type", "application/pdf")
                        .putHeader("Content-Disposition", "inline; filename=\"" + file.name() + "\"")
                        .end(Buffer.buffer(file.pdf().toByteArray()));
            case Reply.Picture picture ->
                response -> response.putHeader("Content-Type", "image/jpeg")
                        .end(Buffer.buffer(picture.jpeg().toByteArray()));
            case Reply.SignedIn in ->
                response -> {
                    cookies.setSession(response, in.sessionToken());
                    cookies.setBrowser(response, in.browser());
                    redirect(response, in.location());
                };
            case Reply.SignedOut out ->
                response -> {
                    cookies.dropSession(response);
                    redirect(response, out.location());
                };
            case Reply.Json _, Reply.Unreadable _ ->
                throw new IllegalStateException("data is for other systems, not for a page");
            case Reply.NotFound _ -> trouble(visit, Trouble.NOT_FOUND);
            case Reply.BadRequest _ -> trouble(visit, Trouble.BAD_REQUEST);
            case Reply.Forbidden _ -> trouble(visit, Trouble.FORBIDDEN);
        };
    }

    Prepared trouble(Visit visit, Trouble trouble) {
        return trouble(visit, trouble, "");
    }

    /// `code` is what a person may read out on the telephone; it is also in the log.
    Prepared trouble(Visit visit, Trouble trouble, String code) {
        var words = TroubleWords.of(trouble, views.texts());
        return html(trouble.status(), whole(visit, "web/trouble", words.title(), Map.of("words", words, "code", code)));
    }

    private String whole(Visit visit, Reply.Page page) {
        return whole(visit, page.template(), page.title(), page.model());
    }

    private String whole(Visit visit, String template, String title, Map<String, Object> model) {
        var chrome = new Chrome(
                title,
                headline.street(),
                visit.signedIn().map(menu::of).orElse(List.of()),
                visit.path(),
                visit.signedIn(),
                visit.formToken(),
                files,
                settings.demo(),
                settings.zone(),
                visit.signedIn()
                        .filter(viewer -> viewer.scope().equals(Scope.wholeStreet()))
                        .flatMap(viewer -> headline.alarm()),
                path -> visit.signedIn()
                        .filter(viewer -> menu.isOpen(path, viewer))
                        .isPresent());
        var parameters = new HashMap<>(model);
        parameters.put("chrome", chrome);
        return views.fill(template, parameters);
    }

    private static Prepared html(int status, String body) {
        return response -> response.setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(body);
    }

    private static void redirect(HttpServerResponse response, String location) {
        response.setStatusCode(303).putHeader("Location", location).end();
    }
}
