package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Notes 补课 and 送学上门, and takes back what was noted: a fact of the street's own and the record of who did it, in
/// one commit. Blocks.
record StudyDesk(Database database, StreetLedger street, Times times, FreshIds ids) {
    enum Outcome {
        DONE,
        /// It stands so already
        STANDS,
        /// Nobody notes their own study (OQ-30)
        OWN,
        /// The day is none of that year, before what was missed, or yet to come
        NO_DAY,
        /// The person came, was not due, or nothing gives hours there
        NOT_MISSED,
        GONE
    }

    Outcome note(
            MemberId member,
            Study study,
            Optional<ActivityId> activity,
            LocalDate day,
            String reason,
            String name,
            Actor actor) {
        return database.write((handle, changes) -> {
            var person = new Entries(handle).member(member);
            var refusal =
                    person.isEmpty() ? Optional.of(Outcome.GONE) : refused(handle, person.get(), activity, day, name);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            street.append(
                    handle,
                    changes,
                    new StreetFact.StudyNoted(
                            ids.draw("s-"), member, study, activity, day, true, new Ruling(actor.login(), reason)));
            actor.note(handle, times.now(), Action.STUDY_NOTED, member.value());
            return Outcome.DONE;
        });
    }

    private Optional<Outcome> refused(
            Handle handle, Member person, Optional<ActivityId> activity, LocalDate day, String name) {
        if (person.name().full().equals(name)) {
            return Optional.of(Outcome.OWN);
        }
        if (day.isAfter(times.today())) {
            return Optional.of(Outcome.NO_DAY);
        }
        return activity.flatMap(id -> refused(handle, person.id(), id, day));
    }

    /// Of two rolls none may have the person as present.
    private Optional<Outcome> refused(Handle handle, MemberId member, ActivityId activity, LocalDate day) {
        var reader = new StudyReader(handle, Watermarks.of(handle, times.now()));
        var studied = reader.activities(day.getYear()).get(activity);
        if (studied == null) {
            return Optional.of(Outcome.NOT_MISSED);
        }
        if (day.isBefore(studied.day()) || day.getYear() != studied.day().getYear()) {
            return Optional.of(Outcome.NO_DAY);
        }
        boolean stands = reader.notes(member).stream()
                .filter(StudyNote::stands)
                .anyMatch(each -> each.activity().filter(activity::equals).isPresent());
        if (stands) {
            return Optional.of(Outcome.STANDS);
        }
        var lines = new ArrayList<StudyReader.Line>();
        reader.lines(List.of(member), day.getYear(), line -> {
            if (line.activity().equals(activity)) {
                lines.add(line);
            }
        });
        boolean missed = !lines.isEmpty()
                && lines.stream().noneMatch(each -> new Standing.Entry(studied, each.state(), Optional.empty()).came());
        return missed ? Optional.empty() : Optional.of(Outcome.NOT_MISSED);
    }

    Outcome takeBack(MemberId member, String id, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var noted = new StudyReader(handle, Watermarks.of(handle, times.now()))
                    .notes(member).stream().filter(each -> each.id().equals(id)).findFirst();
            if (noted.isEmpty()) {
                return Outcome.GONE;
            }
            if (!noted.get().stands()) {
                return Outcome.STANDS;
            }
            street.append(
                    handle,
                    changes,
                    new StreetFact.StudyNoted(
                            id,
                            member,
                            noted.get().study(),
                            noted.get().activity(),
                            noted.get().day(),
                            false,
                            new Ruling(actor.login(), reason)));
            actor.note(handle, times.now(), Action.STUDY_TAKEN_BACK, member.value());
            return Outcome.DONE;
        });
    }
}
