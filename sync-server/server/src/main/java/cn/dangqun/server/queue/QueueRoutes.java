package cn.dangqun.server.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.queue.QueuePage.Question;
import cn.dangqun.server.queue.QueueReader.Site;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 排队叫号: one centre's queue of a day, live.
public final class QueueRoutes implements Routes {
    private final Database database;
    private final Views views;
    private final Texts texts;
    private final Times times;
    private final QueueReader board = new QueueReader();
    private final QueuePage writer;
    private final SharedViews shared;

    public QueueRoutes(Database database, Views views, Times times, SharedViews shared) {
        this.shared = shared;
        this.database = database;
        this.views = views;
        this.texts = views.texts();
        this.times = times;
        this.writer = new QueuePage(texts, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var ofSite = Subtree.of((handle, visit) ->
                Question.of(visit).site().map(id -> Owners.ofSite(handle, id)).orElseGet(Owner.Unnamed::new));
        var policy = new Policy(Right.signedIn(), ofSite, Trace.none("numbers, nobody's name"));
        entrance.menu(QueuePage.ADDRESS, "queue.page.menu");
        entrance.page(QueuePage.ADDRESS, policy, this::show);
        entrance.live("/live" + QueuePage.ADDRESS, policy, this::live);
    }

    private Reply show(Visit visit) {
        var question = Question.of(visit);
        return read(visit.viewer().scope(), question)
                .map(seen -> Reply.page("queue/page", texts.get("queue.page.title"), Map.of("queue", seen.model)))
                .orElseGet(() -> question.site().isPresent()
                        ? new Reply.NotFound()
                        : Reply.page("queue/none", texts.get("queue.page.title"), Map.of()));
    }

    private Optional<Snapshot> live(Visit visit) {
        var scope = visit.viewer().scope();
        var question = Question.of(visit);
        return shared.of(
                List.of(QueuePage.ADDRESS, scope, question),
                () -> read(scope, question)
                        .map(seen -> Snapshot.of(
                                "queue", views.fill("queue/body", Map.of("queue", seen.model)), topics(seen.kiosks))));
    }

    private static Set<Topic> topics(List<KioskId> kiosks) {
        return Stream.concat(kiosks.stream().map(Topic.Queue::new), Stream.of(Topic.Street.REFERENCE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// `kiosks`: whose tickets it is made of.
    private record Seen(QueueModel model, List<KioskId> kiosks) {}

    /// The site asked for, or the first the viewer may see; empty when there is none, or it is not theirs to see.
    private Optional<Seen> read(Scope scope, Question question) {
        var day = question.date().orElseGet(times::today);
        return database.read(handle -> {
            var sites = board.sites(handle, scope);
            return chosen(sites, question)
                    .map(site -> new Seen(
                            writer.write(question, sites, site, board.tickets(handle, site, day)),
                            board.kiosks(handle, site)));
        });
    }

    private static Optional<Site> chosen(List<Site> sites, Question question) {
        return sites.stream()
                .filter(site ->
                        question.site().isEmpty() || question.site().get().equals(site.id()))
                .findFirst();
    }
}
