package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.roll.RollDesk.Answer;
import cn.dangqun.kiosk.roll.RollState.Filter;
import cn.dangqun.kiosk.roll.RollState.Question;
import cn.dangqun.kiosk.roll.RollState.Said;
import cn.dangqun.kiosk.roll.RollState.Word;
import cn.dangqun.kiosk.ui.PinyinInitials;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 签到名单: which activity, who, what, why. Every act is read back from the disk before the list stands again. Methods on
/// the UI thread; reading on `background`.
final class RollViewModel {
    private static final Logger log = LoggerFactory.getLogger(RollViewModel.class);
    private static final int MOST_LETTERS = 4;
    private static final int MOST_DIGITS = 3;
    /// How long a slip of the finger may be taken back.
    static final Duration UNDO = Duration.ofSeconds(10);

    private final RollDesk desk;
    private final SiteBoard site;
    private final UiThread ui;
    private final Executor background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<RollState> state = new ReadOnlyObjectWrapper<>(new RollState.Shut());
    private @Nullable StaffMember by;
    private @Nullable ActivityId last;
    private Filter filter = Filter.ALL;
    private Optional<OrganizationId> roll = Optional.empty();
    private Optional<Set<MemberId>> keyedIn = Optional.empty();
    private boolean alone;
    private long visit;

    /// `site`: where an activity is held that is begun here.
    RollViewModel(RollDesk desk, SiteBoard site, UiThread ui, Executor background, Clock clock) {
        this.desk = desk;
        this.site = site;
        this.ui = ui;
        this.background = background;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<RollState> state() {
        return state.getReadOnlyProperty();
    }

    /// Back to the activity that stood here, if it is the same person's.
    void open(StaffMember staff) {
        boolean same = by != null && by.equals(staff);
        by = staff;
        if (same && last != null) {
            list(last, Optional.empty(), keyedIn);
        } else {
            chooseActivity();
        }
    }

    /// Keeps whose turn it was, which activity, and what was ticked on the paper list: no name.
    void shut() {
        visit++;
        keyedIn = state.get() instanceof RollState.Listed now ? now.ticked() : Optional.empty();
        state.set(new RollState.Shut());
    }

    void chooseActivity() {
        last = null;
        filter = Filter.ALL;
        roll = Optional.empty();
        read(
                desk::activities,
                found -> {
                    alone = found.size() == 1 && !mayBegin();
                    return alone
                            ? Optional.empty()
                            : Optional.of(new RollState.Choosing(found, LocalDate.now(clock), mayBegin()));
                },
                found -> choose(found.getFirst()));
    }

    private boolean mayBegin() {
        return by != null && by.may(StaffAct.OPEN_AD_HOC);
    }

    /// Lists on paper are keyed in by whom 补录 is given to (OQ-31).
    boolean mayAddPaper() {
        return by != null && by.may(StaffAct.ADD_AFTERWARDS);
    }

    boolean mayCorrect() {
        return by != null && by.may(StaffAct.CORRECT);
    }

    boolean mayPrint() {
        return by != null && by.may(StaffAct.PRINT);
    }

    /// 新建活动: what kind of it.
    void chooseType() {
        if (mayBegin()) {
            visit++;
            state.set(new RollState.ChoosingType());
        }
    }

    void type(ActivityType type) {
        if (state.get() instanceof RollState.ChoosingType) {
            state.set(new RollState.ChoosingOrganizer(type, desk.organizers(type), false));
        }
    }

    /// `title` stands on the record, with this centre's name as the place.
    void begin(Organization organizer, String title) {
        if (state.get() instanceof RollState.ChoosingOrganizer choosing && by != null) {
            long asked = ++visit;
            state.set(new RollState.Reading());
            var begun = new SessionFact.AdHoc(choosing.type(), organizer.id(), title, site.siteName());
            var _ = desk.begin(begun, by)
                    .thenAccept(saved -> ui.execute(() -> {
                        if (asked == visit) {
                            begun(saved, choosing);
                        }
                    }));
        }
    }

    private void begun(Optional<ActivityId> saved, RollState.ChoosingOrganizer choosing) {
        saved.ifPresentOrElse(
                id -> list(id, Optional.of(new Said(Word.OPENED, "", Optional.empty()))),
                () -> state.set(new RollState.ChoosingOrganizer(choosing.type(), choosing.organizers(), true)));
    }

    void choose(Activity activity) {
        list(activity.id(), Optional.empty());
    }

    private void list(ActivityId activity, Optional<Said> said) {
        list(activity, said, Optional.empty());
    }

    private void list(ActivityId activity, Optional<Said> said, Optional<Set<MemberId>> paper) {
        read(
                () -> desk.sheet(activity),
                sheet -> sheet.map(each -> {
                    last = activity;
                    return listed(each, "", paper, said);
                }),
                gone -> chooseActivity());
    }

    private RollState.Listed listed(
            RollSheet sheet, String letters, Optional<Set<MemberId>> ticked, Optional<Said> said) {
        var shown = sheet.lines().stream()
                .filter(line -> roll.isEmpty() || roll.equals(Optional.of(line.roll())))
                .filter(line -> ticked.isPresent() || fits(line))
                .filter(line -> PinyinInitials.fit(line.name(), letters))
                .toList();
        var listed = new RollState.Listed(sheet, alone, shown, roll, filter, letters, ticked, said);
        said.flatMap(Said::undoable).ifPresent(member -> ui.after(UNDO, () -> forgetUndo(listed)));
        return listed;
    }

    private boolean fits(RollLine line) {
        return switch (filter) {
            case ALL -> true;
            case MISSING -> line.state() == AttendanceState.ABSENT;
            case HERE -> line.state().isPresent();
            case LEAVE -> line.state() == AttendanceState.LEAVE;
            case UNSIGNED -> line.state() == AttendanceState.CHECKED_IN_UNSIGNED;
        };
    }

    private void forgetUndo(RollState.Listed of) {
        if (state.get().equals(of)) {
            var said = of.said().map(each -> new Said(each.word(), each.name(), Optional.empty()));
            state.set(new RollState.Listed(
                    of.sheet(), alone, of.shown(), of.roll(), of.filter(), of.letters(), of.ticked(), said));
        }
    }

    void filter(Filter wanted) {
        if (state.get() instanceof RollState.Listed now) {
            filter = wanted;
            state.set(listed(now.sheet(), now.letters(), now.ticked(), Optional.empty()));
        }
    }

    /// 按支部看: whose roll of a joint activity.
    void chooseRoll() {
        if (state.get() instanceof RollState.Listed now && now.sheet().isJoint() && !now.isPaper()) {
            state.set(new RollState.ChoosingRoll(now.sheet()));
        }
    }

    /// Nothing: of all.
    void roll(Optional<OrganizationId> wanted) {
        if (state.get() instanceof RollState.ChoosingRoll choosing) {
            roll = wanted;
            state.set(listed(choosing.sheet(), "", Optional.empty(), Optional.empty()));
        }
    }

    void type(String letter) {
        if (state.get() instanceof RollState.Listed now && now.letters().length() < MOST_LETTERS) {
            state.set(listed(now.sheet(), now.letters() + letter, now.ticked(), Optional.empty()));
        } else if (state.get() instanceof RollState.Counting counting
                && counting.digits().length() < MOST_DIGITS) {
            state.set(new RollState.Counting(counting.sheet(), counting.digits() + letter));
        }
    }

    void erase() {
        if (state.get() instanceof RollState.Listed now && !now.letters().isEmpty()) {
            state.set(listed(now.sheet(), shorter(now.letters()), now.ticked(), Optional.empty()));
        } else if (state.get() instanceof RollState.Counting counting
                && !counting.digits().isEmpty()) {
            state.set(new RollState.Counting(counting.sheet(), shorter(counting.digits())));
        }
    }

    private static String shorter(String typed) {
        return typed.substring(0, typed.length() - 1);
    }

    /// A name was touched: what may be done, or a tick while the paper list is keyed in.
    void touch(RollLine line) {
        if (!(state.get() instanceof RollState.Listed now)) {
            return;
        }
        if (now.ticked().isPresent()) {
            var ticked = new HashSet<>(now.ticked().get());
            if (!ticked.remove(line.member())) {
                ticked.add(line.member());
            }
            state.set(listed(now.sheet(), "", Optional.of(ticked), Optional.empty()));
        } else if (by != null) {
            state.set(new RollState.One(now.sheet(), line, RollRules.deeds(now.sheet(), line, by)));
        }
    }

    /// Back to the list, with nothing done.
    void back() {
        switch (state.get()) {
            case RollState.One one -> state.set(listed(one.sheet(), "", Optional.empty(), Optional.empty()));
            case RollState.ChoosingRoll choosing ->
                state.set(listed(choosing.sheet(), "", Optional.empty(), Optional.empty()));
            case RollState.Asking asking -> state.set(listed(asking.sheet(), "", Optional.empty(), Optional.empty()));
            case RollState.Counting counting ->
                state.set(listed(counting.sheet(), "", Optional.empty(), Optional.empty()));
            case RollState.Listed now -> state.set(listed(now.sheet(), "", Optional.empty(), Optional.empty()));
            case RollState.ChoosingType _, RollState.ChoosingOrganizer _ -> chooseActivity();
            case RollState.Shut _, RollState.Reading _, RollState.Unreadable _, RollState.Choosing _ -> {}
        }
    }

    void startPaper() {
        if (state.get() instanceof RollState.Listed now && mayAddPaper()) {
            state.set(listed(now.sheet(), "", Optional.of(Set.of()), Optional.empty()));
        }
    }

    void startCounting() {
        if (state.get() instanceof RollState.Listed now) {
            state.set(new RollState.Counting(now.sheet(), ""));
        }
    }

    void openActivity() {
        if (state.get() instanceof RollState.Listed now) {
            record(now.sheet(), new RollAct.Open(), new Said(Word.OPENED, "", Optional.empty()));
        }
    }

    void recordPaper() {
        if (state.get() instanceof RollState.Listed now
                && now.ticked().filter(all -> !all.isEmpty()).isPresent()) {
            var members = now.sheet().lines().stream()
                    .map(RollLine::member)
                    .filter(now.ticked().get()::contains)
                    .toList();
            var said = new Said(Word.PAPER, Integer.toString(members.size()), Optional.empty());
            record(now.sheet(), new RollAct.Paper(members), said);
        }
    }

    void recordHeads() {
        if (state.get() instanceof RollState.Counting(var sheet, var digits) && !digits.isEmpty()) {
            record(
                    sheet,
                    new RollAct.CountHeads(GuestKind.RESIDENT, Integer.parseInt(digits)),
                    new Said(Word.COUNTED, digits, Optional.empty()));
        }
    }

    void begin(Deed deed) {
        if (state.get() instanceof RollState.One one) {
            var sheet = one.sheet();
            var line = one.line();
            switch (deed) {
                case APPROVE ->
                    record(
                            sheet,
                            new RollAct.Approve(line.member()),
                            said(sheet.activity().asksSignature() ? Word.TO_SIGN : Word.APPROVED, line, false));
                case LEAVE, LATE_LEAVE -> ask(sheet, line, deed, Question.LEAVE_KIND, Optional.empty());
                case REGISTER, AFTERWARDS, EXPLAIN, CORRECT ->
                    ask(sheet, line, deed, Question.REASON, Optional.empty());
            }
        }
    }

    private void ask(RollSheet sheet, RollLine line, Deed deed, Question question, Optional<LeaveKind> leave) {
        state.set(new RollState.Asking(sheet, line, deed, question, leave));
    }

    void leave(LeaveKind kind) {
        if (state.get() instanceof RollState.Asking asking && by != null) {
            if (asking.deed() == Deed.LATE_LEAVE) {
                grant(asking, kind, by.name());
            } else {
                ask(asking.sheet(), asking.line(), asking.deed(), Question.APPROVER, Optional.of(kind));
            }
        }
    }

    void approvedBy(String approver) {
        if (state.get() instanceof RollState.Asking asking) {
            asking.leave().ifPresent(kind -> grant(asking, kind, approver));
        }
    }

    private void grant(RollState.Asking asking, LeaveKind kind, String approver) {
        record(
                asking.sheet(),
                new RollAct.GrantLeave(asking.line().member(), kind, approver),
                said(Word.LEAVE, asking.line(), true));
    }

    void because(String reason) {
        if (state.get() instanceof RollState.Asking asking && by != null) {
            var member = asking.line().member();
            switch (asking.deed()) {
                case REGISTER ->
                    record(
                            asking.sheet(),
                            new RollAct.Register(member, reason),
                            said(received(asking.sheet()), asking.line(), true));
                case AFTERWARDS ->
                    record(
                            asking.sheet(),
                            new RollAct.AddAfterwards(member, reason),
                            said(
                                    by.may(Deed.APPROVE.act()) ? received(asking.sheet()) : Word.AWAITING,
                                    asking.line(),
                                    true));
                case EXPLAIN ->
                    record(
                            asking.sheet(),
                            new RollAct.Explain(member, reason),
                            said(Word.EXPLAINED, asking.line(), false));
                case CORRECT ->
                    record(
                            asking.sheet(),
                            new RollAct.Correct(member, reason),
                            said(Word.CORRECTED, asking.line(), false));
                case APPROVE, LEAVE, LATE_LEAVE -> {}
            }
        }
    }

    private static Word received(RollSheet sheet) {
        return sheet.activity().asksSignature() ? Word.TO_SIGN : Word.REGISTERED;
    }

    private static Said said(Word word, RollLine line, boolean undoable) {
        return new Said(word, line.name(), undoable ? Optional.of(line.member()) : Optional.empty());
    }

    /// 撤销 of the last act, while it is offered.
    void undo(String reason) {
        if (state.get() instanceof RollState.Listed now) {
            now.said()
                    .ifPresent(said -> said.undoable()
                            .ifPresent(member -> record(
                                    now.sheet(),
                                    new RollAct.Correct(member, reason),
                                    new Said(Word.CORRECTED, said.name(), Optional.empty()))));
        }
    }

    private void record(RollSheet sheet, RollAct act, Said said) {
        if (by == null) {
            return;
        }
        long asked = ++visit;
        state.set(new RollState.Reading());
        var _ = desk.record(sheet.activity().id(), act, by)
                .thenAccept(answer -> ui.execute(() -> {
                    if (asked == visit) {
                        list(sheet.activity().id(), Optional.of(word(answer, said)));
                    }
                }));
    }

    private static Said word(Answer answer, Said said) {
        return switch (answer) {
            case DONE -> said;
            case OVERTAKEN -> new Said(Word.OVERTAKEN, said.name(), Optional.empty());
            case NOT_SAVED -> new Said(Word.NOT_SAVED, said.name(), Optional.empty());
        };
    }

    private interface Shows<T> {
        Optional<RollState> of(T found);
    }

    private interface Otherwise<T> {
        void with(T found);
    }

    /// Reads, and shows what was read unless somebody has gone on meanwhile.
    private <T> void read(Supplier<T> reading, Shows<T> shows, Otherwise<T> otherwise) {
        long asked = ++visit;
        state.set(new RollState.Reading());
        var _ = CompletableFuture.supplyAsync(reading, background)
                .whenComplete((found, problem) -> ui.execute(() -> {
                    if (asked == visit) {
                        show(found, problem, shows, otherwise);
                    }
                }));
    }

    private <T> void show(@Nullable T found, @Nullable Throwable problem, Shows<T> shows, Otherwise<T> otherwise) {
        if (found == null) {
            log.error("The roll cannot be read", problem);
            state.set(new RollState.Unreadable());
        } else {
            shows.of(found).ifPresentOrElse(state::set, () -> otherwise.with(found));
        }
    }
}
