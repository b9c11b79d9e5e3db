package cn.dangqun.server.queue;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.queue.QueueBoard.Site;
import cn.dangqun.server.queue.QueueWriter.Question;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 排队叫号: one centre's queue of a day, live.
public final class QueueRoutes implements Routes {
    private final Database database;
    private final Views views;
    private final Texts texts;
    private final Times times;
    private final QueueBoard board = new QueueBoard();
    private final QueueWriter writer;

    public QueueRoutes(Database database, Views views, Times times) {
        this.database = database;
        this.views = views;
        this.texts = views.texts();
        this.times = times;
        this.writer = new QueueWriter(texts, times);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(QueueWriter.ADDRESS, "queue.page.menu");
        entrance.page(QueueWriter.ADDRESS, this::show);
        entrance.live("/live" + QueueWriter.ADDRESS, this::live);
    }

    private Reply show(Visit visit) {
        return model(visit.viewer().scope(), question(visit))
                .map(model -> Reply.page("queue/page", texts.get("queue.page.title"), Map.of("queue", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<LiveView> live(Visit visit) {
        var scope = visit.viewer().scope();
        var question = question(visit);
        return model(scope, question)
                .map(first -> () -> snapshot(model(scope, question).orElse(first)));
    }

    private Snapshot snapshot(QueueModel model) {
        var body = views.fill("queue/body", Map.of("queue", model));
        var parts = new LinkedHashMap<String, String>();
        parts.put("queue", body);
        return new Snapshot(body, parts);
    }

    /// The site asked for, or the first the viewer may see; empty when there is none, or it is not theirs to see.
    private Optional<QueueModel> model(Scope scope, Question question) {
        var day = question.date().orElseGet(times::today);
        return database.read(handle -> {
            var sites = board.sites(handle, scope);
            return chosen(sites, question)
                    .map(site -> writer.write(question, sites, site, board.tickets(handle, site, day)));
        });
    }

    private static Optional<Site> chosen(List<Site> sites, Question question) {
        return sites.stream()
                .filter(site ->
                        question.site().isEmpty() || question.site().get().equals(site.id()))
                .findFirst();
    }

    /// An unreadable date means today; the page says which day it shows.
    private static Question question(Visit visit) {
        return new Question(
                visit.query("date").flatMap(QueueRoutes::date),
                visit.query("site").filter(id -> !id.isEmpty() && id.length() <= 64));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
