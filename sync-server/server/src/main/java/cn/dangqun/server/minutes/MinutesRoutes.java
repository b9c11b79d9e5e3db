package cn.dangqun.server.minutes;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.ActivityReview;
import cn.dangqun.server.attendance.RollFigures;
import cn.dangqun.server.content.Drawing;
import cn.dangqun.server.content.PictureWords;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.meeting.SessionReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.UploadRule;
import cn.dangqun.server.web.Visit;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// 会议记录 of each session, pages of the hand-written book, and the tasks that were decided on.
public final class MinutesRoutes implements Routes {
    static final String TASKS = "/tasks";

    private static final String ONE = "/activities/:id/minutes";
    private static final Right KEEPS = Right.of(Permission.KEEP_MINUTES, Permission.SEE_FULL_NAMES);
    private static final int MOST_SCANS = 40;
    private static final long FORM_BESIDES = 64 * 1024;
    private static final int MOST_TASKS = 40;
    private static final int LONGEST_TASK = 300;

    private final Database database;
    private final RollFigures figures;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;
    private final MinutesPage page;
    private final PictureWorkshop workshop;
    private final PictureWords pictureWords;

    public MinutesRoutes(Database database, StreetRoster roster, PictureWorkshop workshop, Texts texts, Times times) {
        this.database = database;
        this.figures = new RollFigures(roster, texts, times);
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
        this.page = new MinutesPage(texts, times);
        this.workshop = workshop;
        this.pictureWords = new PictureWords(texts, MOST_SCANS);
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id")));
        var ofTask = Subtree.of((handle, visit) -> TaskStore.owner(handle, visit.param("id")));
        entrance.page(
                ONE,
                new Policy(KEEPS, named, Trace.look(Action.MINUTES_SHOWN, "id")),
                visit -> of(visit, activity -> show(visit, activity)));
        entrance.action(
                ONE,
                new Policy(KEEPS, named, Trace.deed(Action.MINUTES_SAVED)),
                visit -> of(visit, activity -> save(visit, activity)));
        entrance.upload(
                ONE + "/pages",
                new Policy(KEEPS, named, Trace.deed(Action.MINUTES_PAGE_ADDED)),
                new UploadRule(workshop.arriving(), PictureWorkshop.LONGEST_FILE + FORM_BESIDES),
                visit -> of(visit, activity -> addPages(visit, activity)));
        entrance.page(
                ONE + "/pages/:number",
                new Policy(KEEPS, named, Trace.look(Action.MINUTES_SHOWN, "id")),
                visit -> of(visit, activity -> picture(visit, activity)));
        entrance.action(
                ONE + "/tasks",
                new Policy(KEEPS, named, Trace.deed(Action.TASK_SET)),
                visit -> of(visit, activity -> setTask(visit, activity)));
        entrance.page(
                TASKS, new Policy(KEEPS, Subtree.filtered(), Trace.look(Action.TASKS_SHOWN)), visit -> tasks(visit));
        entrance.action(TASKS + "/:id/outcome", new Policy(KEEPS, ofTask, Trace.deed(Action.TASK_DONE)), this::finish);
    }

    private Reply of(Visit visit, Function<Activity, Reply> answer) {
        return ActivityId.read(visit.param("id"))
                .flatMap(id -> database.read(handle -> new Entries(handle).activity(id)))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply show(Visit visit, Activity activity) {
        var known = known(visit, activity);
        var asked = visit.query("version").orElse("");
        var shown = known.versions().stream()
                .filter(each -> Integer.toString(each.number()).equals(asked))
                .findFirst()
                .or(known::last);
        return page(200, known, page.fields(shown, chair(activity)), shown, List.of());
    }

    private Reply page(
            int status,
            MinutesPage.Known known,
            MinutesModel.Fields fields,
            Optional<Minutes.Version> shown,
            List<String> problems) {
        var model = page.write(known, fields, shown, problems);
        return new Reply.Page(
                status, "minutes/one", texts.get("minutes.page.title") + " " + model.title(), Map.of("minutes", model));
    }

    private MinutesPage.Known known(Visit visit, Activity activity) {
        return database.read(handle -> {
            var store = new MinutesStore(handle);
            return new MinutesPage.Known(
                    activity,
                    new SessionReader(handle)
                            .about(activity.id())
                            .map(SessionReader.About::organization)
                            .orElse(""),
                    figures.of(handle, visit.viewer().scope(), activity.id()),
                    store.versions(activity.id()),
                    store.scans(activity.id()),
                    new TaskStore(handle).of(activity.id()),
                    new ActivityReview(handle).isReviewed(activity.id(), activity.organization()));
        });
    }

    /// Of the last announcement, where there was one.
    private String chair(Activity activity) {
        return database.read(handle -> {
            var reader = new SessionReader(handle);
            return reader.told(activity.id()).stream()
                    .flatMap(each -> each.record().lastDeclared().stream())
                    .map(SessionRecord.Declared::figures)
                    .reduce((_, later) -> later)
                    .flatMap(each -> reader.name(each.chair().value()))
                    .map(PersonName::full)
                    .orElse("");
        });
    }

    private Reply save(Visit visit, Activity activity) {
        var form = new Form(visit, texts, "minutes.field");
        var text = new MinutesForm(form, visit).text();
        if (!form.isGood() || text.isEmpty()) {
            return again(422, visit, activity, form.problems());
        }
        if (isReviewed(activity)) {
            return again(409, visit, activity, List.of(texts.get("minutes.refused.reviewed")));
        }
        boolean saved = database.write((handle, changes) -> {
            var store = new MinutesStore(handle);
            int stands = store.versions(activity.id()).size();
            if (!Integer.toString(stands).equals(visit.form("base"))) {
                return false;
            }
            var login = visit.viewer().login();
            store.add(activity.id(), new Minutes.Version(stands + 1, text.get(), login, times.now()));
            return noted(handle, visit, Action.MINUTES_SAVED, activity.id().value());
        });
        return saved
                ? new Reply.SeeOther(MinutesPage.address(activity))
                : again(409, visit, activity, List.of(texts.get("minutes.refused.changed")));
    }

    private boolean noted(Handle handle, Visit visit, Action action, String subject) {
        Actor.of(visit).note(handle, times.now(), action, subject);
        return true;
    }

    /// With what was typed.
    private Reply again(int status, Visit visit, Activity activity, List<String> problems) {
        var known = known(visit, activity);
        return page(status, known, MinutesForm.typed(visit), known.last(), problems);
    }

    private Reply refused(Visit visit, Activity activity, List<String> problems) {
        var known = known(visit, activity);
        return page(422, known, page.fields(known.last(), chair(activity)), known.last(), problems);
    }

    /// What was reviewed stays as it was read, until it is returned or the review is taken back.
    private boolean isReviewed(Activity activity) {
        return database.read(handle -> new ActivityReview(handle).isReviewed(activity.id(), activity.organization()));
    }

    private Reply addPages(Visit visit, Activity activity) {
        if (isReviewed(activity)) {
            return refused(visit, activity, List.of(texts.get("minutes.refused.reviewed")));
        }
        if (visit.upload().isEmpty()) {
            return refused(visit, activity, List.of(texts.get("minutes.refused.noPicture")));
        }
        return switch (workshop.draw(visit.upload().get().file(), MOST_SCANS)) {
            case PictureWorkshop.Result.Refused(var why) -> refused(visit, activity, List.of(pictureWords.of(why)));
            case PictureWorkshop.Result.Drawn(var drawings) -> keep(visit, activity, drawings);
        };
    }

    /// All pages of a file or none.
    private Reply keep(Visit visit, Activity activity, List<Drawing> drawings) {
        boolean added = database.write((handle, changes) -> {
            var store = new MinutesStore(handle);
            int number = store.scans(activity.id()).size();
            if (number + drawings.size() > MOST_SCANS) {
                return false;
            }
            var login = visit.viewer().login();
            for (var each : drawings) {
                number++;
                store.add(
                        activity.id(),
                        new Minutes.Scan(number, login, times.now()),
                        each.jpeg().toByteArray());
            }
            return noted(handle, visit, Action.MINUTES_PAGE_ADDED, activity.id().value());
        });
        return added
                ? new Reply.SeeOther(MinutesPage.address(activity) + "#scans")
                : refused(visit, activity, List.of(texts.get("minutes.refused.tooMany", MOST_SCANS)));
    }

    private Reply picture(Visit visit, Activity activity) {
        return Optional.of(visit.param("number"))
                .filter(each -> each.matches("[1-9]\\d{0,3}"))
                .flatMap(number -> database.read(
                        handle -> new MinutesStore(handle).picture(activity.id(), Integer.parseInt(number))))
                .<Reply>map(jpeg -> new Reply.Picture(ByteString.copyFrom(jpeg)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply setTask(Visit visit, Activity activity) {
        var form = new Form(visit, texts, "minutes.field");
        var content = form.text("content", LONGEST_TASK);
        var owner = form.text("owner", Minutes.LONGEST_NAME);
        var due = form.requiredDay("due");
        if (!form.isGood() || due.isEmpty()) {
            return refused(visit, activity, form.problems());
        }
        boolean set = database.write((handle, changes) -> {
            var store = new TaskStore(handle);
            if (store.of(activity.id()).size() >= MOST_TASKS) {
                return false;
            }
            var id = ids.draw("t-");
            store.add(
                    id,
                    activity.id(),
                    new Minutes.Order(content, owner, due.get()),
                    visit.viewer().login(),
                    times.now());
            return noted(handle, visit, Action.TASK_SET, id);
        });
        return set
                ? new Reply.SeeOther(MinutesPage.address(activity) + "#tasks")
                : refused(visit, activity, List.of(texts.get("minutes.refused.tooMany", MOST_TASKS)));
    }

    private Reply tasks(Visit visit) {
        var scope = visit.viewer().scope();
        var model = database.read(handle -> {
            var store = new TaskStore(handle);
            var asked = ListQuestion.of(visit, "search", "state", ListQuestion.ORDER);
            int found = store.count(asked, scope, times.today());
            var question = asked.within(found, TaskStore.PER_PAGE);
            return page.tasks(store.page(question, scope, times.today()), question, found);
        });
        return Reply.page("minutes/tasks", texts.get("minutes.task.title"), Map.of("tasks", model));
    }

    /// Done twice is done once: the first word stands.
    private Reply finish(Visit visit) {
        var form = new Form(visit, texts, "minutes.field");
        var outcome = form.text("outcome", LONGEST_TASK);
        if (!form.isGood()) {
            return new Reply.BadRequest();
        }
        var done = new Minutes.Done(times.today(), visit.viewer().login(), outcome);
        database.write((handle, changes) -> new TaskStore(handle).done(visit.param("id"), done)
                && noted(handle, visit, Action.TASK_DONE, visit.param("id")));
        return new Reply.SeeOther(TASKS);
    }
}
