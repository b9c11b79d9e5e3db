package cn.dangqun.simulation;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.protocol.Signature;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Evidence.Written;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Members and guests before a kiosk: they hold a card to it, answer what they are asked, and remember what they were
/// told.
final class Taps {
    private static final Signature WRITTEN = new Signature(
            List.of(new Signature.Stroke(List.of(new Signature.Point(100, 100), new Signature.Point(400, 300)))));

    private final Stage stage;
    private final Cards cards;
    private final Map<Person, FactId> last = new HashMap<>();

    Taps(Stage stage, Cards cards) {
        this.stage = stage;
        this.cards = cards;
    }

    /// Who stands before which machine; a clone has a number of its own.
    record Visit(Step step, KioskMachine kiosk, int number) {
        Person of(Activity activity) {
            return new Person(Activities.number(activity.id()), step.person());
        }
    }

    /// When they asked, whether the machine knew that time, and in which of its boots.
    private record Moment(long at, boolean known, String boot) {
        static Moment of(Visit visit, Stage stage) {
            return new Moment(
                    stage.world().now(),
                    visit.kiosk.ledger().time().quality() == ClockQuality.STREET,
                    visit.kiosk.clocks().read().bootId());
        }

        Written written(FactId fact) {
            return new Written(fact, boot);
        }
    }

    void tap(Visit visit) {
        if (!visit.kiosk.isOn()) {
            return;
        }
        int person = visit.step.person();
        visit.kiosk
                .read(Ground.card(person, cards.of(person)))
                .ifPresent(credential -> answered(visit, visit.kiosk.checkIn().present(credential), credential));
    }

    /// Whoever is not answered, because the power goes, may be counted or not.
    private void answered(Visit visit, CompletableFuture<CheckInOutcome> answer, @Nullable Credential credential) {
        var life = visit.kiosk.life();
        var moment = Moment.of(visit, stage);
        var waiting = new Waiting(visit.step, stage);
        waiting.begin();
        var _ = answer.thenAccept(outcome -> {
            if (!life.isOn()) {
                return;
            }
            waiting.end();
            stage.world()
                    .trace()
                    .note("kiosk " + visit.number + " person " + visit.step.person() + " " + words(outcome));
            stage.answered(visit.step, Words.of(outcome));
            told(visit, moment, outcome);
            if (credential != null) {
                next(visit, outcome, credential);
            }
        });
    }

    /// As people choose who are asked.
    private void next(Visit visit, CheckInOutcome outcome, Credential credential) {
        var step = visit.step;
        var desk = visit.kiosk.checkIn();
        if (outcome instanceof CheckInOutcome.SignatureAsked asked) {
            sign(visit, asked);
        } else if (outcome instanceof CheckInOutcome.ChooseActivity choose) {
            var choice = choose.choices().get(step.person() % choose.choices().size());
            answered(visit, desk.presentFor(credential, choice.id()), null);
        } else if (outcome instanceof CheckInOutcome.OtherBranch other
                && step.person() % 3 == 0
                && !other.open().isEmpty()) {
            answered(visit, desk.presentFor(credential, other.open().getFirst().id()), null);
        } else if (outcome instanceof CheckInOutcome.UnknownCard unknown
                && (step.kind() == Kind.GUEST || step.kind() == Kind.VISITOR)
                && !unknown.open().isEmpty()) {
            var open = unknown.open().get(step.person() % unknown.open().size());
            var kind = step.kind() == Kind.GUEST ? GuestKind.RESIDENT : GuestKind.REPORTED_IN;
            answered(visit, desk.admitGuest(credential, open.id(), kind), null);
        }
    }

    /// Most sign at once; some go without, and some of these come again.
    private void sign(Visit visit, CheckInOutcome.SignatureAsked asked) {
        if ((visit.step.person() + visit.step.second()) % 4 > 0) {
            answered(visit, visit.kiosk.checkIn().sign(asked, WRITTEN), null);
        }
    }

    private static String words(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.Counted counted ->
                "counted " + counted.fact() + " " + counted.activity().id();
            default -> outcome.getClass().getSimpleName();
        };
    }

    private void told(Visit visit, Moment moment, CheckInOutcome outcome) {
        var witness = stage.witness();
        switch (outcome) {
            case CheckInOutcome.CheckedIn in -> {
                var who = visit.of(in.activity());
                remember(visit, who, in.fact());
                if (stage.story().activities().get(who.activity()).signs()) {
                    witness.signedElsewhere(who, visit.number, moment.at, moment.written(in.fact()), moment.known);
                } else {
                    success(visit, moment, who, in.fact(), moment.known);
                }
                if (in.role() == AttendanceRole.MEMBER && in.tally().present() < 1) {
                    stage.world().broke("who was told 签到成功 is not in the figure of the same answer");
                }
            }
            case CheckInOutcome.GuestCheckedIn in -> {
                var who = visit.of(in.activity());
                remember(visit, who, in.fact());
                success(visit, moment, who, in.fact(), moment.known);
            }
            case CheckInOutcome.SignatureAsked asked ->
                witness.came(visit.of(asked.activity()), visit.number, moment.at, moment.known);
            case CheckInOutcome.Signed signed -> signed(visit, moment, signed);
            case CheckInOutcome.AlreadyCheckedIn already ->
                witness.already(visit.of(already.activity()), visit.number, moment.at);
            default -> {}
        }
    }

    private void success(Visit visit, Moment moment, Person who, FactId fact, boolean timed) {
        stage.witness().success(who, visit.number, moment.at, Optional.of(moment.written(fact)), timed);
    }

    /// The button that takes a check-in back is the machine's that showed it: nobody presses it at the original for the
    /// copy.
    private void remember(Visit visit, Person who, FactId fact) {
        if (visit.number < Troubles.CLONES) {
            last.put(who, fact);
        }
    }

    private void signed(Visit visit, Moment moment, CheckInOutcome.Signed signed) {
        success(visit, moment, visit.of(signed.activity()), signed.fact(), false);
        if (signed.tally().present() < 1) {
            stage.world().broke("who has signed is not in the figure of the same answer");
        }
        if (visit.number < Troubles.CLONES
                && !visit.kiosk.rolls().signatures(signed.activity().id()).containsKey(signed.member())) {
            stage.world().broke("what somebody has signed at " + Plain.kiosk(visit.number) + " is not there");
        }
    }

    /// At once, on the screen that said 签到成功.
    void undo(Visit visit) {
        var step = visit.step;
        var who = new Person(step.activity(), step.person());
        var fact = last.get(who);
        if (fact == null || !visit.kiosk.isOn()) {
            return;
        }
        var life = visit.kiosk.life();
        var waiting = new Waiting(step, stage);
        waiting.begin();
        var _ = visit.kiosk.checkIn().undo(fact).thenAccept(undone -> {
            if (life.isOn()) {
                waiting.end();
                stage.world().trace().note("kiosk " + visit.number + " undone " + undone);
                stage.answered(step, undone ? "已撤销" : "nothing is taken back");
                if (undone) {
                    stage.witness()
                            .undone(who, visit.number, fact, stage.world().now());
                }
            }
        });
    }
}
