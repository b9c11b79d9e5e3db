package cn.dangqun.server.queue;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.queue.FigurePage.Question;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;

/// 排队统计: a centre's queue over many days.
public final class FigureRoutes implements Routes {
    private final Database database;
    private final Texts texts;
    private final Times times;
    private final QueueReader board = new QueueReader();
    private final FigurePage writer;

    public FigureRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.writer = new FigurePage(texts, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var ofSite = Subtree.of((handle, visit) -> Question.of(visit, times.today())
                .site()
                .map(id -> Owners.ofSite(handle, id))
                .orElseGet(Owner.Unnamed::new));
        entrance.page(
                FigurePage.ADDRESS,
                new Policy(Right.signedIn(), ofSite, Trace.none("numbers, nobody's name")),
                this::show);
    }

    private Reply show(Visit visit) {
        var question = Question.of(visit, times.today());
        var model = database.read(handle -> {
            var sites = board.sites(handle, visit.viewer().scope());
            return sites.stream()
                    .filter(each ->
                            question.site().isEmpty() || question.site().get().equals(each.id()))
                    .findFirst()
                    .map(site -> writer.write(
                            question, sites, site, board.between(handle, site, question.since(), question.until())));
        });
        return model.map(each -> Reply.page("queue/figures", texts.get("queue.figures.title"), Map.of("figures", each)))
                .orElseGet(() -> question.site().isPresent()
                        ? new Reply.NotFound()
                        : Reply.page("queue/none", texts.get("queue.figures.title"), Map.of()));
    }
}
