package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.Preparation.PlannedItem;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.meeting.MeetingState.Purpose;
import cn.dangqun.kiosk.meeting.MeetingState.Word;
import cn.dangqun.kiosk.meeting.MeetingView.Chair;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 主持会议. Every act is read back from the disk before the page stands again. Methods on the UI thread; reading on
/// `background`.
final class MeetingViewModel {
    private static final Logger log = LoggerFactory.getLogger(MeetingViewModel.class);
    /// Who can stand on one ballot paper of this kiosk.
    static final int MOST_CANDIDATES = 15;

    private final MeetingDesk desk;
    private final UiThread ui;
    private final Executor background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<MeetingState> state = new ReadOnlyObjectWrapper<>(new MeetingState.Shut());
    private @Nullable StaffMember by;
    private @Nullable ActivityId last;
    private long visit;

    MeetingViewModel(MeetingDesk desk, UiThread ui, Executor background, Clock clock) {
        this.desk = desk;
        this.ui = ui;
        this.background = background;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<MeetingState> state() {
        return state.getReadOnlyProperty();
    }

    /// Back to the session that stood here, if it is the same person's.
    void open(StaffMember staff) {
        boolean same = by != null && by.equals(staff);
        by = staff;
        if (same && last != null) {
            overview(last, Optional.empty());
        } else {
            chooseActivity();
        }
    }

    boolean mayPrint() {
        return by != null && by.may(StaffAct.PRINT);
    }

    /// Keeps whose turn it was and which session: no name.
    void shut() {
        visit++;
        state.set(new MeetingState.Shut());
    }

    void chooseActivity() {
        last = null;
        read(desk::activities, found -> state.set(new MeetingState.Choosing(found, LocalDate.now(clock))));
    }

    void choose(Activity activity) {
        overview(activity.id(), Optional.empty());
    }

    private void overview(ActivityId activity, Optional<Word> said) {
        show(activity, view -> new MeetingState.Overview(view, said));
    }

    private void show(ActivityId activity, Function<MeetingView, MeetingState> as) {
        read(
                () -> desk.view(activity),
                found -> found.ifPresentOrElse(
                        view -> {
                            last = activity;
                            state.set(as.apply(view));
                        },
                        this::chooseActivity));
    }

    /// To where one came from, with nothing done.
    void back() {
        switch (state.get()) {
            case MeetingState.Announcing announcing -> state.set(new MeetingState.Chairing(announcing.view()));
            case MeetingState.ChoosingSubject choosing -> state.set(nextItem(choosing.view()));
            case MeetingState.Candidates candidates ->
                state.set(new MeetingState.OnItem(candidates.view(), candidates.item()));
            case MeetingState.Counting counting ->
                state.set(new MeetingState.OnItem(
                        counting.view(), counting.draft().item()));
            case MeetingState.Found found ->
                state.set(new MeetingState.Counting(found.view(), found.draft().again()));
            case MeetingState.Within within -> overview(within.view().activity().id(), Optional.empty());
            case MeetingState.Shut _, MeetingState.Reading _, MeetingState.Unreadable _, MeetingState.Choosing _ -> {}
        }
    }

    private void overviewOf(Function<MeetingView, MeetingState> next) {
        if (state.get() instanceof MeetingState.Overview(var view, var _)) {
            state.set(next.apply(view));
        }
    }

    void startDeclaring() {
        overviewOf(MeetingState.Chairing::new);
    }

    void chair(Chair chair) {
        if (state.get() instanceof MeetingState.Chairing(var view)) {
            state.set(new MeetingState.Announcing(view, chair));
        }
    }

    void declare() {
        if (state.get() instanceof MeetingState.Announcing(var view, var chair)) {
            record(view, new MeetingAct.Declare(chair.member(), view.count()), Word.DECLARED);
        }
    }

    void startItem() {
        overviewOf(MeetingViewModel::nextItem);
    }

    private static MeetingState nextItem(MeetingView view) {
        return view.planned().isEmpty() ? new MeetingState.ChoosingKind(view) : new MeetingState.ChoosingPlanned(view);
    }

    void planned(PlannedItem item) {
        if (state.get() instanceof MeetingState.ChoosingPlanned(var view)) {
            take(view, item.kind(), item.title());
        }
    }

    /// None of the planned ones.
    void another() {
        if (state.get() instanceof MeetingState.ChoosingPlanned(var view)) {
            state.set(new MeetingState.ChoosingKind(view));
        }
    }

    /// `title`: what such an item is called.
    void kind(AgendaKind kind, String title) {
        if (state.get() instanceof MeetingState.ChoosingKind(var view)) {
            take(view, kind, title);
        }
    }

    private void take(MeetingView view, AgendaKind kind, String title) {
        if (kind == AgendaKind.CONFIRM_MEMBER && !view.probationers().isEmpty()) {
            state.set(new MeetingState.ChoosingSubject(view, kind, title));
        } else {
            setItem(view, kind, title, Optional.empty());
        }
    }

    void subject(Person person) {
        if (state.get() instanceof MeetingState.ChoosingSubject(var view, var kind, var title)) {
            setItem(view, kind, title, Optional.of(person.member()));
        }
    }

    private void setItem(MeetingView view, AgendaKind kind, String title, Optional<MemberId> about) {
        int number = view.record().nextNumber();
        record(
                view,
                new MeetingAct.SetItem(number, kind, title, about),
                after -> after.record()
                        .item(number)
                        .<MeetingState>map(item -> new MeetingState.OnItem(after, item))
                        .orElseGet(() -> new MeetingState.Overview(after, Optional.empty())));
    }

    void item(SessionRecord.Item item) {
        overviewOf(view -> new MeetingState.OnItem(view, item));
    }

    void vote(BallotForm form) {
        if (state.get() instanceof MeetingState.OnItem(var view, var item)
                && view.announced().isPresent()
                && view.obstacle(item.kind()).isEmpty()) {
            state.set(
                    item.kind() == AgendaKind.ELECTION
                            ? new MeetingState.Candidates(view, item, Set.of())
                            : counting(view, item, form, List.of(item.subject())));
        }
    }

    private static MeetingState counting(
            MeetingView view, SessionRecord.Item item, BallotForm form, List<String> subjects) {
        boolean written = BallotRule.countsWritten(view.terms().rules().writtenOpinions(), item.kind());
        return new MeetingState.Counting(view, BallotDraft.of(item, form, subjects, written));
    }

    void candidate(Person person) {
        if (state.get() instanceof MeetingState.Candidates(var view, var item, var chosen)) {
            var all = new HashSet<>(chosen);
            if (!all.remove(person.member()) && all.size() < MOST_CANDIDATES) {
                all.add(person.member());
            }
            state.set(new MeetingState.Candidates(view, item, all));
        }
    }

    /// Elections are by ballot papers.
    void countCandidates() {
        if (state.get() instanceof MeetingState.Candidates(var view, var item, var chosen) && !chosen.isEmpty()) {
            var standing = view.people().stream()
                    .map(Person::member)
                    .filter(chosen::contains)
                    .map(MemberId::value)
                    .toList();
            state.set(counting(view, item, BallotForm.SECRET, standing));
        }
    }

    void setAside(SetAside how) {
        if (state.get() instanceof MeetingState.OnItem(var view, var item)) {
            record(view, new MeetingAct.Leave(item.number(), how), Word.SET_ASIDE);
        }
    }

    private void drafting(Function<BallotDraft, BallotDraft> change) {
        if (state.get() instanceof MeetingState.Counting(var view, var draft)) {
            state.set(new MeetingState.Counting(view, change.apply(draft)));
        }
    }

    void type(String digit) {
        drafting(draft -> draft.type(digit));
    }

    void erase() {
        drafting(BallotDraft::erase);
    }

    void field(int field) {
        drafting(draft -> draft.goTo(field));
    }

    /// The next number, or what comes of them.
    void next() {
        if (state.get() instanceof MeetingState.Counting(var view, var draft)) {
            if (draft.isLast()) {
                view.announced()
                        .ifPresent(meeting -> state.set(new MeetingState.Found(
                                view,
                                draft,
                                BallotRule.find(
                                        meeting,
                                        draft.item().number(),
                                        draft.item().kind(),
                                        draft.cast()))));
            } else {
                state.set(new MeetingState.Counting(view, draft.goTo(draft.at() + 1)));
            }
        }
    }

    void recordBallot() {
        if (state.get() instanceof MeetingState.Found(var view, var draft, var finding)
                && !(finding instanceof BallotRule.Finding.Refused)) {
            record(
                    view,
                    new MeetingAct.Vote(draft.item().number(), draft.cast()),
                    finding instanceof BallotRule.Finding.Repeat ? Word.VOID : Word.VOTED);
        }
    }

    void startTicking() {
        overviewOf(MeetingState.Ticking::new);
    }

    void tick(String step) {
        if (state.get() instanceof MeetingState.Ticking(var view)) {
            boolean done = !view.record().steps().containsKey(step);
            record(view, new MeetingAct.Tick(step, done), MeetingState.Ticking::new);
        }
    }

    void startPeople(Purpose purpose) {
        overviewOf(view -> new MeetingState.People(view, purpose));
    }

    void touch(MemberId member) {
        if (state.get() instanceof MeetingState.People(var view, var purpose)) {
            var act = switch (purpose) {
                case AWAY ->
                    new MeetingAct.StepOut(member, !view.record().away().contains(member));
                case FEES ->
                    new MeetingAct.Pay(member, view.month(), !view.paid().contains(member));
            };
            record(view, act, after -> new MeetingState.People(after, purpose));
        }
    }

    void startEnding() {
        overviewOf(MeetingState.Ending::new);
    }

    void close() {
        if (state.get() instanceof MeetingState.Ending(var view)) {
            record(view, new MeetingAct.Close(), Word.CLOSED);
        }
    }

    void startReopening() {
        overviewOf(MeetingState.Reopening::new);
    }

    void reopen(String reason) {
        if (state.get() instanceof MeetingState.Reopening(var view)) {
            record(view, new MeetingAct.Reopen(reason), Word.REOPENED);
        }
    }

    private void record(MeetingView view, MeetingAct act, Word said) {
        record(view, act, after -> new MeetingState.Overview(after, Optional.of(said)));
    }

    private void record(MeetingView view, MeetingAct act, Function<MeetingView, MeetingState> then) {
        if (by == null) {
            return;
        }
        long asked = ++visit;
        var activity = view.activity().id();
        state.set(new MeetingState.Reading());
        var _ = desk.record(activity, act, by)
                .thenAccept(answer -> ui.execute(() -> {
                    if (asked == visit) {
                        switch (answer) {
                            case DONE -> show(activity, then);
                            case OVERTAKEN -> overview(activity, Optional.of(Word.OVERTAKEN));
                            case NOT_SAVED -> overview(activity, Optional.of(Word.NOT_SAVED));
                        }
                    }
                }));
    }

    /// Reads, and shows what was read unless somebody has gone on meanwhile.
    private <T> void read(Supplier<T> reading, Consumer<T> shows) {
        long asked = ++visit;
        state.set(new MeetingState.Reading());
        var _ = CompletableFuture.supplyAsync(reading, background)
                .whenComplete((found, problem) -> ui.execute(() -> {
                    if (asked == visit) {
                        shown(found, problem, shows);
                    }
                }));
    }

    private <T> void shown(@Nullable T found, @Nullable Throwable problem, Consumer<T> shows) {
        if (found == null) {
            log.error("The session cannot be read", problem);
            state.set(new MeetingState.Unreadable());
        } else {
            shows.accept(found);
        }
    }
}
