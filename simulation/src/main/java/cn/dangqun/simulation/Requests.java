package cn.dangqun.simulation;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.request.FileOutcome;
import cn.dangqun.kiosk.request.RateOutcome;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.request.RequestWork;
import cn.dangqun.kiosk.request.Wish;
import cn.dangqun.simulation.check.Is;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Register;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// People ask for something at a kiosk, staff see to it, and people say how they were served. Each request is on the
/// street's page once, with all that was done about it and nothing else.
final class Requests implements Desk {
    private static final Set<Kind> KINDS =
            EnumSet.of(Kind.FILED, Kind.TAKEN_UP, Kind.HANDED_OVER, Kind.SETTLED, Kind.RATED);
    private static final Map<String, String> STAFF = Map.of("staff-3", "样例窗口甲", "staff-4", "样例窗口乙");
    private static final String PHONE = "13800000000";

    private final Stage stage;
    private final Register register = new Register();
    /// The last filed in each centre.
    private final Map<Integer, Register.Entry> last = new HashMap<>();
    private final BooleanSupplier clocksAgree;

    /// `clocksAgree`: no clock was ever wrong.
    Requests(Stage stage, BooleanSupplier clocksAgree) {
        this.stage = stage;
        this.clocksAgree = clocksAgree;
    }

    /// The street says who sits at windows, where somebody will ask for something.
    void begin() {
        if (stage.story().steps().stream().anyMatch(step -> KINDS.contains(step.kind()))) {
            var staff = STAFF.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .<ReferenceItem>map(each -> new ReferenceItem.Staff(each.getKey(), each.getValue(), "", ""))
                    .toList();
            stage.street().with(server -> server.reference().publish(staff));
        }
    }

    void carryOut(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (kiosk.isOn()) {
            switch (step.kind()) {
                case FILED -> file(step, kiosk);
                case RATED -> rate(step, kiosk);
                default -> advance(step, kiosk);
            }
        }
    }

    private static RequestServices desks(KioskMachine kiosk) {
        return kiosk.centre().requests();
    }

    private void file(Step step, KioskMachine kiosk) {
        var life = kiosk.life();
        var entry = register.begin(step.kiosk());
        Optional<ServiceId> service = step.second() % 2 == 0 ? Optional.of(Ground.SERVICE) : Optional.empty();
        var _ = desks(kiosk)
                .desk()
                .file(Wish.atKiosk(RequestKind.AGENCY, service, PHONE))
                .thenAccept(outcome -> {
                    if (life.isOn()) {
                        stage.answered(step, Words.of(outcome));
                        stage.world()
                                .trace()
                                .note("request " + outcome.getClass().getSimpleName());
                        if (outcome instanceof FileOutcome.Filed(var receipt)) {
                            filed(step, kiosk, entry, receipt.number());
                        } else {
                            entry.refused();
                        }
                    }
                });
    }

    private void filed(Step step, KioskMachine kiosk, Register.Entry entry, ReceiptNumber number) {
        var here = desks(kiosk).work().here().stream()
                .filter(each -> each.number().equals(number))
                .findFirst();
        if (here.isEmpty()) {
            stage.world().broke(Plain.kiosk(step.kiosk()) + " gave a receipt, and does not know its number");
            return;
        }
        entry.filed(here.get().request(), here.get().answerer());
        last.put(Ground.community(step.kiosk()), entry);
    }

    private Optional<RequestStanding> standing(Step step, KioskMachine kiosk) {
        var known = Optional.ofNullable(last.get(Ground.community(step.kiosk())))
                .flatMap(Register.Entry::id)
                .flatMap(desks(kiosk).work()::one);
        if (known.isEmpty()) {
            stage.answered(step, "没有找到这个编号");
        }
        return known;
    }

    private void rate(Step step, KioskMachine kiosk) {
        standing(step, kiosk).ifPresent(standing -> {
            var life = kiosk.life();
            var rating = entry(step).rate(step.kiosk(), step.number());
            var _ = desks(kiosk).desk().rate(standing.number(), step.number()).thenAccept(outcome -> {
                if (life.isOn()) {
                    stage.answered(step, Words.of(outcome));
                    rating.ended(outcome == RateOutcome.DONE);
                }
            });
        });
    }

    private Register.Entry entry(Step step) {
        var entry = last.get(Ground.community(step.kiosk()));
        if (entry == null) {
            throw new IllegalStateException("nobody filed anything before " + step.text());
        }
        return entry;
    }

    private void advance(Step step, KioskMachine kiosk) {
        standing(step, kiosk).ifPresent(standing -> {
            var life = kiosk.life();
            var does = does(step, standing);
            var deed = entry(step).begin(step.kiosk(), does.done);
            var _ = desks(kiosk)
                    .work()
                    .advance(does.act, each -> true, does.who)
                    .thenAccept(outcome -> {
                        if (life.isOn()) {
                            stage.answered(step, Words.of(outcome));
                            stage.world().trace().note("request " + outcome);
                            deed.ended(outcome == RequestWork.WorkOutcome.DONE);
                        }
                    });
        });
    }

    /// `who` does it, and `done` is what the page says then.
    private record Does(RequestWork.Act act, String who, Register.Done done) {}

    private static Does does(Step step, RequestStanding standing) {
        var id = standing.request();
        var answers = standing.state().answers();
        return switch (step.kind()) {
            case TAKEN_UP -> {
                var who = standing.state().offered().orElse(answers).name();
                var stage =
                        standing.state().stage() == RequestStage.FILED ? Optional.of("已接手") : Optional.<String>empty();
                yield new Does(
                        new RequestWork.Act(id, RequestStep.ACCEPTED, Optional.empty(), ""),
                        who,
                        new Register.Done("接手", stage, Optional.ofNullable(STAFF.get(who))));
            }
            case HANDED_OVER -> {
                var other = other(answers);
                yield new Does(
                        new RequestWork.Act(id, RequestStep.TRANSFERRED, Optional.of(other), ""),
                        answers.name(),
                        new Register.Done("转交给 " + STAFF.get(other), Optional.empty(), Optional.empty()));
            }
            default ->
                new Does(
                        new RequestWork.Act(id, RequestStep.DONE, Optional.empty(), "样例答复"),
                        answers.name(),
                        new Register.Done("办结并答复", Optional.of("已办结"), Optional.empty()));
        };
    }

    private static String other(Answerer than) {
        return than.name().equals("staff-3") ? "staff-4" : "staff-3";
    }

    /// What was written there may be gone with its disk.
    @Override
    public void lost(int kiosk) {
        register.lost(kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    @Override
    public List<String> met() {
        var wrong = new ArrayList<String>();
        boolean calm = clocksAgree.getAsBoolean();
        wrong.addAll(register.differs(Pages.requests(stage.street()), calm));
        for (var entry : register.all()) {
            entry.id().ifPresent(id -> compare(entry, id, calm, wrong));
        }
        return wrong;
    }

    private void compare(Register.Entry entry, String id, boolean calm, List<String> wrong) {
        var where = "a request filed at " + Plain.kiosk(entry.kiosk()) + " ";
        var page = Pages.request(stage.street(), id);
        page.map(each -> entry.differs(each, calm)).ifPresent(each -> each.forEach(words -> wrong.add(where + words)));
        if (page.isEmpty() && entry.filed() == Is.YES) {
            wrong.add(where + "has no page");
        }
    }
}
