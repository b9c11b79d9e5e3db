package cn.dangqun.simulation;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Evidence;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Whatever strikes machines, lines and disks, and what the street decides meanwhile.
final class Troubles {
    /// Numbers of clones begin here.
    static final int CLONES = 100;

    private static final List<Line.Cut> CUTS = List.of(Line.Cut.values());

    private final Stage stage;
    private final People.Copies copies;
    private final Map<Integer, KioskMachine> clones = new HashMap<>();
    private final Map<Integer, Long> copiedAt = new HashMap<>();
    private final List<KioskMachine> ended = new ArrayList<>();
    private boolean clocksAgree = true;
    private int issued;

    Troubles(Stage stage, People.Copies copies) {
        this.stage = stage;
        this.copies = copies;
    }

    /// Whether no clock was ever wrong: then everybody agrees what came before what.
    boolean clocksAgree() {
        return clocksAgree;
    }

    Optional<KioskMachine> clone(int kiosk) {
        return Optional.ofNullable(clones.get(kiosk)).filter(KioskMachine::isOn);
    }

    void strike(Step step) {
        switch (step.kind()) {
            case STREET_RESTARTED, STREET_POWER_CUT, STREET_CUT_WRITING, STREET_ON, STREET_COPIED, STREET_RESTORED ->
                street(step);
            case CHECKED_COPY, MOVED, LEFT, CANCELLED, MONTH_LOCKED -> {
                if (stage.street().isOn()) {
                    decide(step);
                }
            }
            case LINE_CUT, LINE_DOWN, LINE_UP, CLOCK_SET, CLOCK_RIGHT, OLDER_PROGRAM -> around(step);
            default -> kiosk(step);
        }
    }

    private void around(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        switch (step.kind()) {
            case LINE_CUT -> {
                var how = CUTS.get(step.number() % CUTS.size());
                kiosk.line().cut(new Line.Planned(step.number() / 4 % 2 == 0, step.number() / 8, how));
            }
            case LINE_DOWN -> kiosk.line().down();
            case LINE_UP -> kiosk.line().up();
            case CLOCK_SET -> {
                clocksAgree = false;
                kiosk.clocks().set(Duration.ofMinutes(step.number()));
            }
            case CLOCK_RIGHT -> kiosk.clocks().set(Duration.ZERO);
            default -> kiosk.line().speaks(step.number());
        }
    }

    private void kiosk(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        boolean on = kiosk.isOn();
        switch (step.kind()) {
            case KIOSK_RESTARTED -> {
                if (on) {
                    kiosk.switchOff();
                    kiosk.switchOn();
                }
            }
            case KIOSK_POWER_CUT -> kiosk.cut();
            case KIOSK_CUT_WRITING -> {
                if (on) {
                    kiosk.cutBefore(step.number());
                }
            }
            case KIOSK_ON -> kiosk.switchOn();
            case DISK_COPIED -> {
                kiosk.keepImage();
                copiedAt.put(step.kiosk(), stage.world().now());
            }
            case DISK_RESTORED -> {
                if (kiosk.hasImage()) {
                    lost(step.kiosk(), copiedAt.getOrDefault(step.kiosk(), 0L));
                    clocksAgree = false;
                    kiosk.restore();
                    kiosk.switchOn();
                }
            }
            case CLONE_ON ->
                kiosk.takeImage().ifPresent(image -> {
                    clocksAgree = false;
                    clones.computeIfAbsent(step.kiosk(), number -> copies.of("clone-" + ++issued, number, image))
                            .switchOn();
                });
            case DISK_FULL -> {
                if (on) {
                    kiosk.fill();
                }
            }
            case DISK_FREE -> {
                if (on) {
                    kiosk.free();
                }
            }
            default -> throw new IllegalStateException("nobody knows how to " + step.kind());
        }
    }

    private void street(Step step) {
        var street = stage.street();
        switch (step.kind()) {
            case STREET_RESTARTED -> {
                if (street.isOn()) {
                    hangUp();
                    street.switchOff();
                    street.switchOn();
                }
            }
            case STREET_POWER_CUT -> {
                hangUp();
                street.cut();
            }
            case STREET_CUT_WRITING -> {
                if (street.isOn()) {
                    street.cutBefore(step.number());
                }
            }
            case STREET_ON -> {
                hangUp();
                street.switchOn();
            }
            case STREET_COPIED -> street.keepImage();
            default -> {
                if (street.hasImage()) {
                    hangUp();
                    street.restore();
                    stage.witness().streetLost();
                    street.switchOn();
                }
            }
        }
    }

    /// Whoever was connected to it is so no more.
    private void hangUp() {
        stage.kiosks().forEach(each -> each.line().hangUp());
        clones.values().forEach(each -> each.line().hangUp());
    }

    private void decide(Step step) {
        var street = stage.street();
        var person = Map.of("id", Ground.member(step.person()).value());
        var today =
                Activities.day((int) TimeUnit.NANOSECONDS.toDays(stage.world().now()));
        switch (step.kind()) {
            case CHECKED_COPY -> street.with(server -> server.copy());
            case MOVED ->
                note(street.at(office -> office.press(
                        "/roster/members/:id/place",
                        person,
                        Map.of(
                                "branch",
                                Ground.branch(step.number()).value(),
                                "status",
                                "FULL",
                                "relation",
                                "HOME",
                                "effective",
                                today.toString(),
                                "reason",
                                "组织关系转接"))));
            case LEFT ->
                note(street.at(office -> office.press(
                        "/roster/members/:id/departure",
                        person,
                        Map.of(
                                "departure",
                                "MOVED_OUT",
                                "last",
                                today.minusDays(1).toString(),
                                "reason",
                                "转出"))));
            case CANCELLED ->
                note(street.at(office -> office.press(
                        "/plan/activities/:id/cancellation",
                        Map.of("id", Activities.id(step.activity()).value()),
                        Map.of("reason", "改期"))));
            default ->
                note(street.at(office -> office.press(
                        "/review/month/lock",
                        Map.of(),
                        Map.of(
                                "month",
                                YearMonth.from(today).toString(),
                                "organization",
                                Ground.branch(stage.story()
                                                .activities()
                                                .get(step.activity())
                                                .branch())
                                        .value(),
                                "reason",
                                "月度核对"))));
        }
    }

    private void note(boolean taken) {
        stage.world().trace().note("the form was " + (taken ? "taken" : "refused"));
    }

    /// The former card finds nobody any more.
    void card(int person, int issue) {
        stage.street().with(server -> {
            var keyer = server.cardKeyer();
            server.reference()
                    .remove(
                            cn.dangqun.domain.reference.ReferenceKind.CARD_BINDING,
                            keyer.ofUid(Ground.card(person, issue - 1)).hex());
            server.reference()
                    .publish(List.of(new ReferenceItem.CardBinding(
                            keyer.ofUid(Ground.card(person, issue)), Ground.member(person))));
        });
    }

    Troubles street() {
        return this;
    }

    private void lost(int kiosk, long since) {
        stage.witness().lost(kiosk, since, this::streetHas);
    }

    private boolean streetHas(Evidence evidence) {
        if (evidence.fact().isEmpty() || !stage.street().isOn()) {
            return false;
        }
        var id = evidence.fact().get();
        var found = new boolean[1];
        stage.street()
                .with(server -> found[0] = server.database()
                        .read(handle -> handle.createQuery(
                                        "SELECT f.record FROM fact f JOIN chain c ON c.street = 1"
                                                + " AND c.number = f.chain WHERE f.street = 1 AND c.kiosk = ? AND c.epoch = ? AND f.seq = ?")
                                .bind(0, id.kiosk().value())
                                .bind(1, id.epoch().hex())
                                .bind(2, id.seq())
                                .mapTo(byte[].class)
                                .findOne())
                        .filter(record -> isThis(record, id, evidence))
                        .isPresent());
        return found[0];
    }

    private static boolean isThis(byte[] record, FactId id, Evidence evidence) {
        try {
            return FactCodec.decode(id.kiosk(), id.epoch(), record).fact() instanceof AttendanceFact.CheckedIn in
                    && in.member().equals(Ground.member(evidence.person()))
                    && in.activity().equals(Activities.id(evidence.activity()));
        } catch (UnreadableException e) {
            return false;
        }
    }

    void mend() {
        if (!stage.street().isOn()) {
            hangUp();
            stage.street().switchOn();
        }
        clones.forEach((number, clone) -> {
            lost(CLONES + number, 0);
            clone.line().hangUp();
            clone.switchOff();
            ended.add(clone);
        });
        clones.clear();
        for (var kiosk : stage.kiosks()) {
            kiosk.line().up();
            kiosk.line().speaks(Integer.MAX_VALUE);
            kiosk.clocks().set(Duration.ZERO);
            kiosk.calm();
            kiosk.switchOn();
            kiosk.free();
        }
        stage.street().calm();
    }

    void end() {
        clones.values().forEach(KioskMachine::cut);
    }
}
