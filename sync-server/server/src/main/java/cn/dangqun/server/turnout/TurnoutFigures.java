package cn.dangqun.server.turnout;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Who came to what, roll by roll, for reports: the figures of the page of attendance, in one statement over
/// the lines of the span. Call it inside one read transaction.
public record TurnoutFigures(Times times) {
    /// `complete`: kiosks have told all, so who is not seen is absent (F-64). Of others the figures are what
    /// has come so far, and `absent` and `rate` say nothing.
    public record Line(
            LocalDate day,
            String activity,
            String title,
            OrganizationId roll,
            String rollName,
            String path,
            boolean begun,
            boolean complete,
            int due,
            int present,
            int late,
            int leave,
            int unsigned,
            int absent,
            String rate) {}

    /// Over the activities of which all is told; `awaited` are the others.
    public record Sums(
            int activities,
            int awaited,
            int due,
            int present,
            int late,
            int leave,
            int unsigned,
            int absent,
            String rate) {}

    public List<Line> lines(Handle handle, Scope scope, LocalDate from, LocalDate to) {
        return new TurnoutReader(handle, scope, Watermarks.of(handle, times.now()))
                .counts(Asking.of(new ListQuestion(Map.of(), 1), times.today()).over(from, to)).stream()
                        .map(this::line)
                        .toList();
    }

    /// Of each of these, wherever they were on a roll; who was on none is not among them.
    public Map<MemberId, Sums> people(Handle handle, List<MemberId> members, LocalDate from, LocalDate to) {
        var asking = Asking.of(new ListQuestion(Map.of(), 1), times.today()).over(from, to);
        return new LineReader(handle, Scope.wholeStreet(), Watermarks.of(handle, times.now()))
                .of(members, asking).stream()
                        .collect(Collectors.groupingBy(
                                LineReader.Line::member,
                                Collectors.collectingAndThen(
                                        Collectors.reducing(
                                                Turnout.NOTHING,
                                                each -> Turnout.ofPeople(each.state(), 1)
                                                        .asOne(each.complete()),
                                                Turnout::plus),
                                        TurnoutFigures::sums)));
    }

    private Line line(TurnoutReader.Count count) {
        boolean complete = count.turnout().awaited() == 0;
        var known = count.known();
        return new Line(
                count.held().day(),
                count.held().id().value(),
                count.held().title(),
                count.roll().id(),
                count.roll().name(),
                count.roll().path(),
                !count.held().window().opens().isAfter(times.now()),
                complete,
                known.due(),
                known.present(),
                known.late(),
                known.leave(),
                known.unsigned(),
                known.absent(),
                complete ? known.rate() : "");
    }

    public static Sums sums(List<Line> lines) {
        var total = lines.stream()
                .map(each -> new Turnout(
                                0,
                                0,
                                each.due(),
                                each.present(),
                                each.late(),
                                each.leave(),
                                each.unsigned(),
                                each.absent(),
                                0)
                        .asOne(each.complete()))
                .reduce(Turnout.NOTHING, Turnout::plus);
        return sums(total);
    }

    private static Sums sums(Turnout total) {
        return new Sums(
                total.activities(),
                total.awaited(),
                total.due(),
                total.present(),
                total.late(),
                total.leave(),
                total.unsigned(),
                total.absent(),
                total.rate());
    }
}
