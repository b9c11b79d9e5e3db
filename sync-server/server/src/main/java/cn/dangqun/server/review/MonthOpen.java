package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.review.MonthModel.Open;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What is not done yet of a month, and where it is seen to.
record MonthOpen(Texts texts, Times times) {
    /// `untold`: activities of which kiosks have not told all.
    List<Open> of(Handle handle, Scope scope, MonthReader reader, String organization, int untold) {
        var open = new ArrayList<Open>();
        var filters = new LinkedHashMap<String, String>();
        filters.put("organization", organization);
        filters.put("month", reader.month().toString());
        var question = new InboxQuestion(new ListQuestion(filters, 1));
        var inbox = new InboxReader(handle, scope, times.now());
        inbox.tallies(question)
                .forEach(each -> open.add(new Open(
                        texts.get("review.month.openItems", new InboxPage(texts, times).name(each.kind()), each.many()),
                        question.list().with("kind", each.kind().name()).address(InboxQuestion.PATH))));
        var returned = new InboxQuestion(question.list().with("state", InboxQuestion.State.RETURNED.name()));
        add(open, "review.month.returned", inbox.count(returned), returned.address());
        add(
                open,
                "review.month.toCome",
                reader.toCome(times.now()),
                "/plan?month=" + reader.month() + "&organization=" + organization);
        add(open, "review.month.untold", untold, "/kiosks");
        add(
                open,
                "review.month.unreviewed",
                new ReviewedReader(handle, times.now())
                        .tally(reader.month(), reader.path())
                        .open(),
                question.list().with("kind", Kind.ACTIVITY.name()).address(InboxQuestion.PATH));
        add(
                open,
                "review.month.minutes",
                new ReviewedReader(handle, times.now()).withoutMinutes(reader.month(), reader.path()),
                MonthRoutes.address(reader.month(), new OrganizationId(organization)) + "#figures");
        return open;
    }

    private void add(List<Open> open, String key, int many, String address) {
        if (many > 0) {
            open.add(new Open(texts.get(key, many), address));
        }
    }
}
