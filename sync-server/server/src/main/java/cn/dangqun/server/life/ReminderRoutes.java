package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.services.OpeningStore;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 日历与提醒: what comes due in the next sixty days, as a list and as a file for other calendars (RULES 1.13).
public final class ReminderRoutes implements Routes {
    static final String CALENDAR = "/calendar";
    static final String FILE = "/calendar/file";
    private static final int DAYS = 60;

    private final Database database;
    private final LifeSource source;
    private final ReminderPage page;
    private final Texts texts;
    private final Times times;

    public ReminderRoutes(
            Database database, StreetRoster roster, ProfileLibrary library, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.source = new LifeSource(roster, library, times, zone);
        this.page = new ReminderPage(texts, times, new AttendanceWords(texts));
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var dates =
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("dates of organisations; names nobody"));
        entrance.page(CALENDAR, dates, this::list);
        entrance.page(FILE, dates, this::file);
    }

    private record Read(Reminders span, List<Reminder> all, LifeSource.Street street) {}

    private Read read(Handle handle, Visit visit) {
        var span = new Reminders(times.today(), DAYS);
        var scope = scope(handle, visit);
        var streets =
                span.years().mapToObj(year -> source.read(handle, scope, year)).toList();
        return new Read(span, span.of(streets), streets.getFirst());
    }

    /// That of the organisation that is asked for, where it is inside the viewer's.
    private static Scope scope(Handle handle, Visit visit) {
        var own = visit.viewer().scope();
        return visit.query("organization")
                .flatMap(Asked::organization)
                .filter(id -> new OrganizationReader(handle, own)
                        .all().stream().anyMatch(each -> each.id().equals(id)))
                .map(id -> new Scope(Optional.of(id)))
                .orElse(own);
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "organization", "search");
        var model = database.read(handle -> {
            var read = read(handle, visit);
            return page.write(
                    read.span(),
                    read.all(),
                    read.street().places(),
                    organizations(handle, visit, question.filter("organization")),
                    new OpeningStore(handle).holidays(times.today()),
                    question);
        });
        return Reply.page("life/calendar", texts.get("life.calendar.title"), Map.of("calendar", model));
    }

    private static List<Choice> organizations(Handle handle, Visit visit, String chosen) {
        return new OrganizationReader(handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> each.level() != OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(chosen)))
                        .toList();
    }

    private Reply file(Visit visit) {
        var text = database.read(handle -> {
            var read = read(handle, visit);
            return page.file(read.all(), read.street().places());
        });
        return new Reply.Download("calendar-" + times.today() + ".ics", "text/calendar; charset=utf-8", text);
    }
}
