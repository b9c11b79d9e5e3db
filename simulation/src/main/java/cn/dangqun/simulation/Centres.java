package cn.dangqun.simulation;

import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.queue.CallOutcome;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// People take numbers and are called. Who got a number is on 排队叫号, once, and is called once.
final class Centres implements Desk {
    private static final String STAFF = "staff-1";

    private final Stage stage;
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> called = new HashSet<>();
    private final Set<Integer> doubtful = new TreeSet<>();
    private final BooleanSupplier clocksAgree;
    private int perhaps;

    /// `clocksAgree`: no clock was ever wrong, and everybody agrees what day it is.
    Centres(Stage stage, BooleanSupplier clocksAgree) {
        this.stage = stage;
        this.clocksAgree = clocksAgree;
    }

    void take(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        asked();
        var _ = kiosk.centre().queue().take(Ground.SERVICE, false).thenAccept(outcome -> {
            if (life.isOn()) {
                answered();
                if (outcome instanceof TakeOutcome.Taken(var slip)) {
                    given(step, slip.ticket().number());
                }
            }
        });
    }

    /// Somebody waits for a number, until it is [#answered].
    void asked() {
        perhaps++;
    }

    void answered() {
        perhaps--;
    }

    void given(Step step, TicketNumber number) {
        stage.answered(step, number.toString());
        stage.world().trace().note("number " + number);
        if (!numbers.add(name(step, number.toString())) && isSure(step.kiosk())) {
            stage.world().broke(Plain.kiosk(step.kiosk()) + " gave " + number + " twice");
        }
    }

    /// No clock was wrong, and its disk was never lost.
    boolean isSure(int kiosk) {
        return clocksAgree.getAsBoolean() && !doubtful.contains(kiosk);
    }

    private static int day(Step step) {
        return step.second() / 86_400;
    }

    private static String name(Step step, String number) {
        return day(step) + " " + step.kiosk() + " " + number;
    }

    void next(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        var _ = kiosk.centre().queue().next(1, before -> true, STAFF).thenAccept(outcome -> {
            if (life.isOn() && outcome instanceof CallOutcome.Done(var ticket)) {
                stage.answered(
                        step, ticket.number() + (ticket.state() instanceof TicketState.Called ? "" : " is not called"));
                stage.world().trace().note("called " + ticket.number() + " " + ticket.state());
                if (ticket.state() instanceof TicketState.Called) {
                    boolean again = !called.add(name(step, ticket.number().toString()));
                    if (again && isSure(step.kiosk())) {
                        stage.world().broke(ticket.number() + " was called twice at " + Plain.kiosk(step.kiosk()));
                    }
                }
            }
        });
    }

    /// What was written there may be gone with its disk, or is at another machine too.
    @Override
    public void lost(int kiosk) {
        doubtful.add(kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    @Override
    public List<String> met() {
        var wrong = new ArrayList<String>();
        int today = Math.toIntExact(Duration.ofNanos(stage.world().now()).toDays());
        for (int site = 0; site < (stage.kiosks().size() + 1) / 2; site++) {
            queue(site, today, wrong);
        }
        return wrong;
    }

    private void queue(int site, int day, List<String> wrong) {
        var page =
                Pages.queue(stage.street(), "site-" + site, Activities.day(day).toString());
        var ofSite = List.of(2 * site, 2 * site + 1);
        long must = numbers.stream()
                .filter(each -> ofSite.stream().anyMatch(kiosk -> each.startsWith(day + " " + kiosk + " ")))
                .count();
        boolean exact = clocksAgree.getAsBoolean() && ofSite.stream().noneMatch(doubtful::contains);
        int taken = page.summary().taken();
        if (exact && (taken < must || taken > must + perhaps)) {
            wrong.add(Plain.centre(site, stage.kiosks().size()) + " gave " + must + " numbers, and 排队叫号 says " + taken);
        }
    }
}
