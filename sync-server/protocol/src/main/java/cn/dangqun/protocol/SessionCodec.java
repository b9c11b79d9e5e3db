package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.protocol.wire.BallotRecorded;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.FeeTicked;
import cn.dangqun.protocol.wire.FiguresDeclared;
import cn.dangqun.protocol.wire.ItemSet;
import cn.dangqun.protocol.wire.MinutesSaved;
import cn.dangqun.protocol.wire.NoticeGiven;
import cn.dangqun.protocol.wire.SessionClosed;
import cn.dangqun.protocol.wire.SessionOpened;
import cn.dangqun.protocol.wire.SessionReopened;
import cn.dangqun.protocol.wire.StepTicked;
import cn.dangqun.protocol.wire.SteppedOut;
import java.time.YearMonth;
import java.util.Optional;

/// The facts of sessions, to messages and back.
final class SessionCodec {
    private SessionCodec() {}

    static void encode(SessionFact fact, FactRecord.Builder record) {
        var activity = fact.activity().value();
        switch (fact) {
            case SessionFact.Opened f -> record.setSessionOpened(opened(f));
            case SessionFact.NoticeGiven f ->
                record.setNoticeGiven(NoticeGiven.newBuilder()
                        .setActivity(activity)
                        .addAllMembers(f.members().stream().map(MemberId::value).toList())
                        .setHow(NoticeGiven.How.valueOf(f.how().name()))
                        .setStaff(f.staff()));
            case SessionFact.FiguresDeclared f -> record.setFiguresDeclared(declared(f));
            case SessionFact.StepTicked f ->
                record.setStepTicked(StepTicked.newBuilder()
                        .setActivity(activity)
                        .setStep(f.step())
                        .setDone(f.done())
                        .setStaff(f.staff()));
            case SessionFact.ItemSet f ->
                record.setItemSet(ItemSet.newBuilder()
                        .setActivity(activity)
                        .setNumber(f.number())
                        .setKind(ItemSet.Kind.valueOf(f.kind().name()))
                        .setTitle(f.title())
                        .setAbout(f.about().map(MemberId::value).orElse(""))
                        .setStaff(f.staff()));
            case SessionFact.BallotRecorded f -> record.setBallotRecorded(ballot(f));
            case SessionFact.MinutesSaved f ->
                record.setMinutesSaved(MinutesSaved.newBuilder()
                        .setActivity(activity)
                        .setText(SealedIds.encode(f.text()))
                        .setScan(SealedIds.encode(f.scan()))
                        .setChair(f.chair().value())
                        .setRecorder(f.recorder().value())
                        .setDissent(f.dissent())
                        .setStaff(f.staff()));
            case SessionFact.FeeTicked f ->
                record.setFeeTicked(FeeTicked.newBuilder()
                        .setActivity(activity)
                        .setMember(f.member().value())
                        .setMonth(f.month().toString())
                        .setPaid(f.paid())
                        .setStaff(f.staff()));
            case SessionFact.Closed f ->
                record.setSessionClosed(SessionClosed.newBuilder()
                        .setActivity(activity)
                        .setStaff(f.staff().orElse("")));
            case SessionFact.SteppedOut f ->
                record.setSteppedOut(SteppedOut.newBuilder()
                        .setActivity(activity)
                        .setMember(f.member().value())
                        .setOut(f.out())
                        .setStaff(f.staff()));
            case SessionFact.Reopened f ->
                record.setSessionReopened(SessionReopened.newBuilder()
                        .setActivity(activity)
                        .setStaff(f.by().staff())
                        .setReason(f.by().reason()));
        }
    }

    private static SessionOpened.Builder opened(SessionFact.Opened f) {
        var opened =
                SessionOpened.newBuilder().setActivity(f.activity().value()).setStaff(f.staff());
        f.adHoc()
                .ifPresent(what -> opened.setAdHoc(SessionOpened.AdHoc.newBuilder()
                        .setType(SessionOpened.Type.valueOf(what.type().name()))
                        .setOrganization(what.organization().value())
                        .setTitle(what.title())
                        .setPlace(what.place())));
        return opened;
    }

    private static FiguresDeclared.Builder declared(SessionFact.FiguresDeclared f) {
        return FiguresDeclared.newBuilder()
                .setActivity(f.activity().value())
                .setOrganization(f.organization().value())
                .setTotal(f.count().total())
                .setDue(f.count().due())
                .setPresent(f.count().present())
                .setVotingDue(f.count().votingDue())
                .setVotingPresent(f.count().votingPresent())
                .setValid(f.valid())
                .setChair(f.chair().value())
                .setProfile(f.profile())
                .addAllAbsent(f.absent().stream()
                        .map(each -> FiguresDeclared.Absence.newBuilder()
                                .setMember(each.member().value())
                                .setMissing(FiguresDeclared.Missing.valueOf(
                                        each.missing().name()))
                                .setWords(each.words())
                                .build())
                        .toList())
                .setStaff(f.staff());
    }

    private static BallotRecorded.Builder ballot(SessionFact.BallotRecorded f) {
        return BallotRecorded.newBuilder()
                .setActivity(f.activity().value())
                .setItem(f.item())
                .setForm(BallotRecorded.Form.valueOf(f.form().name()))
                .setGiven(f.given())
                .setReturned(f.returned())
                .setInvalid(f.invalid())
                .addAllVotes(f.votes().stream()
                        .map(each -> BallotRecorded.Votes.newBuilder()
                                .setSubject(each.subject())
                                .setYes(each.yes())
                                .setNo(each.no())
                                .setAbstain(each.abstain())
                                .setWrittenYes(each.writtenYes())
                                .build())
                        .toList())
                .setOutcome(BallotRecorded.Outcome.valueOf(f.outcome().name()))
                .setStaff(f.staff());
    }

    static SessionFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case SESSION_OPENED -> opened(record.getSessionOpened());
            case NOTICE_GIVEN -> {
                var f = record.getNoticeGiven();
                yield new SessionFact.NoticeGiven(
                        new ActivityId(f.getActivity()),
                        f.getMembersList().stream().map(MemberId::new).toList(),
                        SessionFact.Notice.valueOf(f.getHow().name()),
                        f.getStaff());
            }
            case FIGURES_DECLARED -> declared(record.getFiguresDeclared());
            case STEP_TICKED -> {
                var f = record.getStepTicked();
                yield new SessionFact.StepTicked(
                        new ActivityId(f.getActivity()), f.getStep(), f.getDone(), f.getStaff());
            }
            case ITEM_SET -> {
                var f = record.getItemSet();
                yield new SessionFact.ItemSet(
                        new ActivityId(f.getActivity()),
                        f.getNumber(),
                        AgendaKind.valueOf(f.getKind().name()),
                        f.getTitle(),
                        SealedIds.optional(f.getAbout()).map(MemberId::new),
                        f.getStaff());
            }
            case BALLOT_RECORDED -> ballot(record.getBallotRecorded());
            case MINUTES_SAVED -> {
                var f = record.getMinutesSaved();
                yield new SessionFact.MinutesSaved(
                        new ActivityId(f.getActivity()),
                        SealedIds.decode(f.getText()),
                        SealedIds.decodeOptional(f.getScan()),
                        new MemberId(f.getChair()),
                        new MemberId(f.getRecorder()),
                        f.getDissent(),
                        f.getStaff());
            }
            case FEE_TICKED -> {
                var f = record.getFeeTicked();
                yield new SessionFact.FeeTicked(
                        new ActivityId(f.getActivity()),
                        new MemberId(f.getMember()),
                        YearMonth.parse(f.getMonth()),
                        f.getPaid(),
                        f.getStaff());
            }
            case SESSION_CLOSED -> {
                var f = record.getSessionClosed();
                yield new SessionFact.Closed(new ActivityId(f.getActivity()), SealedIds.optional(f.getStaff()));
            }
            case STEPPED_OUT -> {
                var f = record.getSteppedOut();
                yield new SessionFact.SteppedOut(
                        new ActivityId(f.getActivity()), new MemberId(f.getMember()), f.getOut(), f.getStaff());
            }
            case SESSION_REOPENED -> {
                var f = record.getSessionReopened();
                yield new SessionFact.Reopened(
                        new ActivityId(f.getActivity()), new Handling(f.getStaff(), f.getReason()));
            }
            default -> throw FactCodec.unknown();
        };
    }

    private static SessionFact opened(SessionOpened f) {
        return new SessionFact.Opened(
                new ActivityId(f.getActivity()),
                f.hasAdHoc()
                        ? Optional.of(new SessionFact.AdHoc(
                                ActivityType.valueOf(f.getAdHoc().getType().name()),
                                new OrganizationId(f.getAdHoc().getOrganization()),
                                f.getAdHoc().getTitle(),
                                f.getAdHoc().getPlace()))
                        : Optional.empty(),
                f.getStaff());
    }

    private static SessionFact declared(FiguresDeclared f) {
        return new SessionFact.FiguresDeclared(
                new ActivityId(f.getActivity()),
                new OrganizationId(f.getOrganization()),
                new MeetingCount(f.getTotal(), f.getDue(), f.getPresent(), f.getVotingDue(), f.getVotingPresent()),
                f.getValid(),
                new MemberId(f.getChair()),
                f.getProfile(),
                f.getAbsentList().stream()
                        .map(each -> new SessionFact.Absence(
                                new MemberId(each.getMember()),
                                SessionFact.Missing.valueOf(each.getMissing().name()),
                                each.getWords()))
                        .toList(),
                f.getStaff());
    }

    private static SessionFact ballot(BallotRecorded f) {
        return new SessionFact.BallotRecorded(
                new ActivityId(f.getActivity()),
                f.getItem(),
                SessionFact.BallotForm.valueOf(f.getForm().name()),
                f.getGiven(),
                f.getReturned(),
                f.getInvalid(),
                f.getVotesList().stream()
                        .map(each -> new SessionFact.Votes(
                                each.getSubject(),
                                each.getYes(),
                                each.getNo(),
                                each.getAbstain(),
                                each.getWrittenYes()))
                        .toList(),
                SessionFact.BallotOutcome.valueOf(f.getOutcome().name()),
                f.getStaff());
    }
}
