package cn.dangqun.simulation;

import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.simulation.check.Evidence;
import cn.dangqun.simulation.check.Evidence.Written;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// Whatever strikes machines, lines and disks, and what the street decides meanwhile.
final class Troubles {
    /// Numbers of clones begin here.
    static final int CLONES = 100;

    private static final List<Line.Cut> CUTS = List.of(Line.Cut.values());

    private final Stage stage;
    private final People.Copies copies;
    private final Map<Integer, KioskMachine> clones = new HashMap<>();
    private final Map<Integer, Long> copiedAt = new HashMap<>();
    /// Since the last copy of the street's disk.
    private final Set<Integer> enrolledSince = new TreeSet<>();
    private final List<KioskMachine> ended = new ArrayList<>();
    private final SetAside setAside;
    private final Reviewers reviewers;
    private final Installers installers;
    private final IntConsumer diskLost;
    private boolean clocksAgree = true;
    private int issued;

    /// `diskLost` hears whose disk is gone.
    Troubles(Stage stage, People.Copies copies, Reviewers reviewers, IntConsumer diskLost) {
        this.diskLost = diskLost;
        this.reviewers = reviewers;
        this.stage = stage;
        this.copies = copies;
        this.setAside = new SetAside(stage);
        this.installers = new Installers(stage, number -> lost(number, 0));
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
            case POISON, GARBLED, FAILING -> setAside.strike(step);
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
            case KIOSK_CUT_KEEPING -> {
                if (on) {
                    kiosk.cutKeeping(step.number());
                }
            }
            case KIOSK_ON -> kiosk.switchOn();
            case KIOSK_NEW -> {
                enrolledSince.add(step.kiosk());
                installers.putUp(step.kiosk());
            }
            case DISK_COPIED -> {
                kiosk.keepImage();
                copiedAt.put(step.kiosk(), stage.world().now());
            }
            case DISK_RESTORED -> {
                if (kiosk.hasImage()) {
                    lost(step.kiosk(), copiedAt.getOrDefault(step.kiosk(), 0L));
                    clocksAgree = false;
                    installers.lost();
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
            case STREET_COPIED -> {
                street.keepImage();
                enrolledSince.clear();
                reviewers.kept();
            }
            default -> {
                if (street.hasImage()) {
                    hangUp();
                    street.restore();
                    stage.witness().streetLost();
                    stage.witness().secretsLost(enrolledSince);
                    reviewers.lost();
                    installers.lost();
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

    private void lost(int kiosk, long since) {
        setAside.lost(kiosk);
        reviewers.lost(kiosk);
        diskLost.accept(kiosk);
        stage.witness().lost(kiosk, since, this::streetHas);
    }

    /// What the street set aside is named; then its program is mended.
    List<String> setAside() {
        return setAside.mend(this::streetHas, this::hangUp);
    }

    /// What nobody can read is named once all have met.
    List<String> unread() {
        return setAside.unread();
    }

    private boolean streetHas(Evidence evidence) {
        if (evidence.written().isEmpty() || !stage.street().isOn()) {
            return false;
        }
        var written = evidence.written().get();
        var id = written.fact();
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
                        .filter(record -> isThis(record, written))
                        .isPresent());
        return found[0];
    }

    private static boolean isThis(byte[] record, Written written) {
        try {
            var id = written.fact();
            var clock = FactCodec.decode(id.kiosk(), id.epoch(), record).clock();
            return clock.bootId().equals(written.boot());
        } catch (UnreadableException e) {
            return false;
        }
    }

    /// What people see who stand at the machines, before the next thing happens.
    void look() {
        installers.look();
    }

    /// Copies of machines stand idle from now on.
    void night() {
        clones.values().forEach(KioskMachine::switchOff);
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
        installers.mend();
    }

    void end() {
        clones.values().forEach(KioskMachine::cut);
    }
}
